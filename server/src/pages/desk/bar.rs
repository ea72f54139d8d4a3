//! A bar that shows how a whole falls into parts. Each has its table beside it.

/// A part of a bar, in thousandths of its length.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// Which of the stylesheet's shades.
    pub shade: usize,
    /// Where it begins.
    pub from: u64,
    /// How long it is.
    pub width: u64,
}

/// The parts of a bar; together they fill it to the last thousandth.
pub fn bar(parts: impl IntoIterator<Item = (usize, u64)>) -> Vec<Part> {
    let parts: Vec<(usize, u64)> = parts.into_iter().collect();
    let whole: u128 = parts.iter().map(|(_, size)| u128::from(*size)).sum();
    let at = |sum: u128| u64::try_from(sum * 1_000 / whole.max(1)).unwrap_or(1_000);
    let mut before = 0_u128;
    let mut part = |(shade, size): (usize, u64)| {
        let from = at(before);
        before += u128::from(size);
        Part { shade, from, width: at(before) - from }
    };
    parts.into_iter().map(&mut part).filter(|part| part.width > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, bar};

    #[test]
    fn a_bar_is_filled_to_its_end_whatever_the_parts() {
        let part = |shade, from, width| Part { shade, from, width };
        assert_eq!(bar([(0, 1), (1, 1), (2, 1)]), [part(0, 0, 333), part(1, 333, 333), part(2, 666, 334)]);
        assert_eq!(bar([(0, 0), (3, 7)]), [part(3, 0, 1_000)]);
        assert_eq!(bar([(0, u64::MAX), (1, u64::MAX)]), [part(0, 0, 500), part(1, 500, 500)]);
        assert_eq!(bar([(0, 0)]), []);
    }
}
