//! A currency word joined to its number by a hyphen: `a 250-euro top-up`, `the 100 000-kronor prize`.

use super::scan::Look;
use super::unit::Form;
use super::{Found, Rule};
use crate::token::Gap;

pub(super) const RULE: Rule = Rule {
    id: "money.hyphenated",
    finds: &[
        "a [250-euro] top-up|250 EUR",
        "the [100 000-kronor] prize|100000 SEK",
        "a [two-million-dollar] grant|2000000 USD",
    ],
    leaves: &[
        "a 20-pound baby",
        "a multi-million-dollar plan",
        "the million-dollar question",
        "[5 euros]-a-day men",
    ],
    find,
};

fn find(look: &Look) -> Option<Found> {
    let (w, unit) = (look.w, look.unit);
    let hyphen = unit.start.checked_sub(1).filter(|at| *at >= look.from)?;
    let joined = unit.form == Form::Word
        && w.pieces[hyphen].is_dash()
        && w.pieces[hyphen].gap == Gap::Glued
        && w.pieces[unit.start].gap == Gap::Glued;
    if !joined {
        return None;
    }
    look.found(&look.sum.as_ref()?.0)
}
