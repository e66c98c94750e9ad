//! A number of minor units: `50 cents`, `412p`.

use super::scan::Look;
use super::sides::Side;
use super::unit::Form;
use super::{Found, Rule};

pub(super) const RULE: Rule = Rule {
    id: "money.minor",
    finds: &[
        "a tax of [50 cents] per litre|0.50 USD",
        "a share for [412p] beside £5|4.12 GBP",
        "a stamp of [20 pence] in London|0.20 GBP",
    ],
    leaves: &["a film in 1080p beside £5", "see p. 12 for cents", "in 5 para"],
    find,
};

fn find(look: &Look) -> Option<Found> {
    let found = look.plain(&[Form::Minor], Side::After)?;
    let token = look.w.pieces[look.unit.start].token;
    let plain = look.w.is_word(
        look.unit.start,
        &["cent", "cents", "pence", "penny", "eurocent", "eurocents", "US", "U.S.", "euro"],
    );
    // lines of a screen
    let lines = look.w.word(look.unit.start) == "p"
        && ["3.60", "4.80", "7.20", "10.80", "14.40", "21.60"].contains(&found.low.to_string().as_str());
    if lines {
        return None;
    }
    // `para`, `ban`, `p` are mostly other words
    (plain || look.hints.supports(look.unit, token)).then_some(found)
}
