//! Who opens a page of the desk, or where they are led instead.

use actix_web::HttpResponse;
use orebook_registry::instruction::Role;

use crate::pages::frame::{Frame, Me};
use crate::pages::login::see;

/// Whoever is logged in for an organisation with one of these roles; else where they are led.
#[expect(clippy::result_large_err, reason = "the error is the answer itself, which goes on as it is")]
pub fn opened(frame: &Frame, roles: &[Role]) -> Result<Me, HttpResponse> {
    let me = frame.me.clone().ok_or_else(|| see("/login"))?;
    if me.is_any(roles) { Ok(me) } else { Err(see("/desk")) }
}

/// What of a list stands on one page, and where the next one begins: the id of the last shown.
pub fn paged<I: std::fmt::Display + Copy + PartialOrd, T>(
    newest_first: impl Iterator<Item = (I, T)>,
    before: Option<I>,
    rows: usize,
) -> (Vec<(I, T)>, Option<String>) {
    let mut shown: Vec<(I, T)> =
        newest_first.filter(|(id, _)| before.is_none_or(|before| *id < before)).take(rows + 1).collect();
    let more = shown.len() > rows;
    shown.truncate(rows);
    let next = shown.last().filter(|_| more).map(|(id, _)| id.to_string());
    (shown, next)
}

#[cfg(test)]
mod tests {
    use super::paged;

    #[test]
    fn a_page_ends_where_the_next_begins() {
        let all = || [5, 4, 3, 2, 1].into_iter().map(|id| (id, ()));
        let ids = |(rows, next): (Vec<(i32, ())>, Option<String>)| {
            (rows.into_iter().map(|(id, ())| id).collect::<Vec<_>>(), next)
        };
        assert_eq!(ids(paged(all(), None, 2)), (vec![5, 4], Some("4".to_owned())));
        assert_eq!(ids(paged(all(), Some(4), 2)), (vec![3, 2], Some("2".to_owned())));
        assert_eq!(ids(paged(all(), Some(2), 2)), (vec![1], None));
        assert_eq!(ids(paged(all(), Some(1), 2)), (vec![], None));
    }
}
