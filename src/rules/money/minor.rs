//! A number of minor units: `50 cents`, `412p`.

use super::scan::Look;
use super::{Found, Rule};
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.minor",
    finds: &[
        "a tax of [50 cents] per litre|0.50 USD",
        "a share for [412p] beside £5|4.12 GBP",
        "a stamp of [20 pence] in London|0.20 GBP",
    ],
    leaves: &[
        "a film in 1080p only",
        "see p. 12 for cents",
        "in 5 para",
    ],
    find,
};

fn find(look: &Look) -> Option<Found> {
    let found = look.plain(&[Form::Minor], Side::After)?;
    let token = look.w.pieces[look.unit.start].token;
    let plain = look.w.is_word(look.unit.start, &["cent", "cents", "pence", "penny", "eurocent", "eurocents", "US", "U.S.", "euro"]);
    // `para`, `ban`, `p` are mostly other words
    (plain || look.hints.supports(look.unit, token)).then_some(found)
}
