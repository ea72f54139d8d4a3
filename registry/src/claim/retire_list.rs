//! A list of retirements: an agent retires for many beneficiaries at once, all or none. Each line is a retirement of
//! its own, with an id of its own.

use super::admit::{Ahead, Desk};
use crate::event::Retired;
use crate::instruction::{RetireList, Role};
use crate::refusal::Refusal;
use crate::serial::SerialBlock;
use crate::values::*;

/// Most retirements of one instruction.
const LINES_MAX: usize = 50;

pub(crate) fn decide(desk: &Desk<'_>, ids: &mut IdMint, list: &RetireList) -> Result<Vec<Retired>, Refusal> {
    desk.check_role()?;
    desk.parties.require_role(desk.asker, Role::Agent)?;
    desk.credits.existing_account(list.account, desk.asker.organisation)?;
    let whom = list.lines.iter().map(|line| desk.for_whom(line)).collect::<Result<Vec<_>, _>>()?;
    list.lines.iter().zip(&whom).try_for_each(|(line, whom)| desk.check_footprint(&line.claim, whom))?;
    if list.lines.is_empty() || list.lines.len() > LINES_MAX || list.lines.iter().any(|line| line.blocks.is_empty()) {
        return Err(Refusal::FieldMustBe { field: "lines", rule: "one to fifty, each with a serial block" });
    }
    // All blocks together, so that no milligram is named in two lines.
    let blocks: Vec<SerialBlock> = list.lines.iter().flat_map(|line| line.blocks.iter().cloned()).collect();
    let ranges = desk.credits.available_blocks(list.account, &blocks, desk.now.date())?;
    let (mut rest, mut ahead, mut retired) = (ranges.as_slice(), Ahead::default(), Vec::new());
    for (line, whom) in list.lines.iter().zip(whom) {
        let (own, others) = rest.split_at(line.blocks.len());
        rest = others;
        retired.push(desk.admit(list.account, line, whom, own, &mut ahead, ids)?);
    }
    Ok(retired)
}
