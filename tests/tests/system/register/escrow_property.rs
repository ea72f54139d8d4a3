//! Whatever fills a bid meets, at whatever prices up to its limit: escrow always holds exactly what the rest needs,
//! nothing is released that is not there, and many small fills cost what one large one would.

use orebook_registry::trade::Charges;
use orebook_registry::values::{Bps, Mass, Money};
use orebook_tests::scenario::usd;

const ORDERS: u64 = 200_000;
const LOT_MG: u64 = 1_000;
/// Minor units of a price step: with the lot it makes every gross whole.
const TICK: i64 = 1_000;

/// A source of choices: xorshift64*.
struct Dice(u64);

impl Dice {
    /// From one to a number.
    fn up_to(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        1 + self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % most
    }

    /// Most times small: what is rounded away weighs more then.
    fn size(&mut self, most: u64) -> u64 {
        let most = [3, 40, 1_000, most][(self.up_to(4) - 1) as usize];
        self.up_to(most)
    }
}

struct Bid {
    charges: Charges,
    limit: i64,
    lots: u64,
    escrow: i64,
}

fn gross(price: i64, lots: u64) -> i64 {
    let price: Money = usd("0.00").currency.minor(price);
    price.times(Mass::from_mg(lots * LOT_MG)).expect("a trade never rounds").minor
}

impl Bid {
    fn placed(dice: &mut Dice) -> Self {
        let bps = if dice.up_to(8) == 1 { 10_000 } else { dice.up_to(10_001) - 1 };
        let charges = Charges::new(Bps::new(bps as u16).expect("within the whole"));
        let (limit, lots) = (TICK * dice.size(100_000) as i64, dice.size(100_000));
        Self { charges, limit, lots, escrow: charges.reserve(gross(limit, lots)) }
    }

    fn needed(&self) -> i64 {
        if self.lots == 0 { 0 } else { self.charges.reserve(gross(self.limit, self.lots)) }
    }

    /// What a fill takes out of escrow, and what it releases.
    fn fill(&mut self, price: i64, lots: u64) -> (i64, i64) {
        let gross = gross(price, lots);
        let fee = self.charges.fee_on(gross);
        assert!(fee >= 0, "a fee of {fee}");
        (self.charges.gross, self.charges.fee) = (self.charges.gross + gross, self.charges.fee + fee);
        self.lots -= lots;
        let released = self.escrow - gross - fee - self.needed();
        self.escrow -= gross + fee + released;
        (gross + fee, released)
    }
}

#[test]
fn escrow_is_the_reserve_of_the_rest_after_every_fill() {
    let mut dice = Dice(0x0e5c_4077_2026);
    for order in 0..ORDERS {
        let mut bid = Bid::placed(&mut dice);
        let (set_aside, mut paid, mut back) = (bid.escrow, 0, 0);
        let fills = dice.up_to(6);
        for fill in 1..=fills {
            // The last takes all that is left, half of the times; else the rest is cancelled.
            let lots = if fill == fills && dice.up_to(2) == 1 { bid.lots } else { dice.up_to(bid.lots) };
            let price = TICK * dice.up_to((bid.limit / TICK) as u64) as i64;
            let price = if dice.up_to(2) == 1 { bid.limit } else { price };
            let (out, released) = bid.fill(price, lots);
            assert!(released >= 0, "order {order}: {released} is released");
            assert_eq!(bid.escrow, bid.needed(), "order {order}: escrow after fill {fill}");
            (paid, back) = (paid + out, back + released);
            if bid.lots == 0 {
                break;
            }
        }
        back += bid.escrow;
        bid.escrow = 0;
        let Charges { fee_bps, gross, fee } = bid.charges;
        assert_eq!(paid + back, set_aside, "order {order}: what was set aside");
        assert_eq!(paid, gross + fee, "order {order}: what was paid");
        assert_eq!(fee, gross * i64::from(fee_bps.points()) / 10_000, "order {order}: the fee of one large fill");
    }
}
