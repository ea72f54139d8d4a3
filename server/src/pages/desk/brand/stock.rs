//! What a member may retire now, and how a mass is cut out of it: oldest first, and on lots.

use orebook_registry::Registry;
use orebook_registry::certificate::Class;
use orebook_registry::credit::BlockState;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{AccountId, BatchId, Date, Mass, OrganisationId};

/// An available block.
#[derive(Debug, Clone)]
pub struct Available {
    pub account: AccountId,
    pub batch: BatchId,
    pub serial: SerialBlock,
    pub class: Class,
    /// Last day of the period in which it was mined.
    pub mined_until: Date,
    pub expires_on: Date,
    /// For whom an agent holds it.
    pub principal: Option<OrganisationId>,
}

/// A class as it stands in an address: `GLD.HZN.good.no`.
pub fn class_key(class: &Class) -> String {
    format!("{}.{}.{}.{}", class.mineral, class.programme, class.level.word(), class.ecological)
}

/// All available blocks of a member, oldest first: by the end of their period, batch and serial number.
pub fn available(registry: &Registry, me: OrganisationId, today: Date) -> Vec<Available> {
    let mut all = Vec::new();
    for (account, _) in registry.credits.accounts_of(me) {
        for (range, block) in registry.credits.holdings(account) {
            let usable = block.state == BlockState::Available && today <= block.expires_on;
            let found = registry.credits.batch(range.batch).zip(registry.credits.serial(range)).filter(|_| usable);
            all.extend(found.map(|(batch, serial)| Available {
                account,
                batch: range.batch,
                serial,
                class: batch.class,
                mined_until: batch.period_to,
                expires_on: block.expires_on,
                principal: block.principal,
            }));
        }
    }
    all.sort_by(|one, other| {
        let place = |block: &Available| (block.mined_until, block.batch, block.serial.from);
        place(one).cmp(&place(other))
    });
    all
}

/// So much out of blocks in their order, the last one cut; nothing if they are less.
pub fn take(blocks: &[SerialBlock], mass: Mass) -> Option<Vec<SerialBlock>> {
    let mut left = mass.mg();
    let mut taken = Vec::new();
    for block in blocks {
        if left == 0 {
            break;
        }
        let piece = left.min(block.to - block.from);
        taken.push(SerialBlock { batch: block.batch.clone(), from: block.from, to: block.from + piece });
        left -= piece;
    }
    (left == 0 && !taken.is_empty()).then_some(taken)
}

/// What is left of blocks when pieces of them are taken.
pub fn without(blocks: &[SerialBlock], taken: &[SerialBlock]) -> Vec<SerialBlock> {
    let mut rest: Vec<SerialBlock> = blocks.to_vec();
    for piece in taken {
        let cut = |block: SerialBlock| -> Vec<SerialBlock> {
            let apart = block.batch != piece.batch || piece.to <= block.from || block.to <= piece.from;
            if apart {
                return vec![block];
            }
            let part = |from, to| SerialBlock { batch: block.batch.clone(), from, to };
            let ends = [(block.from, piece.from), (piece.to, block.to)];
            ends.into_iter().filter(|(from, to)| from < to).map(|(from, to)| part(from, to)).collect()
        };
        rest = rest.into_iter().flat_map(cut).collect();
    }
    rest
}

/// The mass of blocks.
pub fn mass_of(blocks: &[SerialBlock]) -> Mass {
    blocks.iter().fold(Mass::default(), |sum, block| sum.plus(block.mass()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(from: u64, to: u64) -> SerialBlock {
        let whole: SerialBlock = "OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19".parse().unwrap();
        SerialBlock { from, to, ..whole }
    }

    #[test]
    fn a_mass_is_taken_from_the_first_blocks_and_cuts_the_last() {
        let all = [block(0, 1_000), block(5_000, 9_000)];
        for (mass, taken) in [
            (1_000, Some(vec![block(0, 1_000)])),
            (3_000, Some(vec![block(0, 1_000), block(5_000, 7_000)])),
            (5_000, Some(all.to_vec())),
            (5_001, None),
            (0, None),
        ] {
            assert_eq!(take(&all, Mass::from_mg(mass)), taken, "{mass}");
        }
    }

    #[test]
    fn what_is_taken_is_not_left() {
        let all = [block(0, 1_000), block(5_000, 9_000)];
        assert_eq!(without(&all, &[block(0, 1_000), block(5_000, 7_000)]), [block(7_000, 9_000)]);
        assert_eq!(without(&all, &[block(6_000, 7_000)]), [block(0, 1_000), block(5_000, 6_000), block(7_000, 9_000)]);
        assert_eq!(without(&all, &[]), all);
    }

    #[test]
    fn a_cut_block_has_check_digits_of_its_own() {
        let piece = take(&[block(0, 3_411_999)], Mass::from_mg(3_000)).unwrap();
        assert_eq!(piece[0].to_string().parse::<SerialBlock>().unwrap(), piece[0]);
    }
}
