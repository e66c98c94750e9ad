//! Units and their parts: `3 dollars 50 cents`, `ten pounds and twenty pence`, `15 dollars 50`.

use super::decimal::Decimal;
use super::number::parse;
use super::range::nothing_counted;
use super::scan::Look;
use super::unit::Form;
use super::{Found, Rule};
use crate::token::Gap;

pub(super) const RULE: Rule = Rule {
    id: "money.major-and-minor",
    finds: &[
        "it cost [3 dollars 50 cents] there|3.50 USD",
        "it cost [5 euros and 20 cents] there|5.20 EUR",
        "it cost [15 dollars 50].|15.50 USD",
        "in London it cost [two pounds fifty] and a tip|2.50 GBP",
    ],
    leaves: &["it cost [3 dollars] and 50 wells", "3 dollars, 50 people", "[3 dollars] for 50"],
    find,
};

fn find(look: &Look) -> Option<Found> {
    let (w, (sum, _)) = (look.w, look.sum.as_ref()?);
    if sum.unit.form == Form::Minor || sum.quantity.multiplier.is_some() || sum.quantity.value.scale() > 0 {
        return None;
    }
    let at = if w.is_word(sum.end, &["and"]) { sum.end + 1 } else { sum.end };
    if w.pieces.get(at)?.gap > Gap::Line {
        return None;
    }
    let part = parse(w, at, w.pieces.len(), false)?;
    if part.value >= Decimal::whole(100) || part.value.scale() > 0 {
        return None;
    }
    let hundredth = Decimal::parse("0.01")?;
    let (end, add) = match w.unit_at(part.end) {
        Some(unit) if unit.form == Form::Minor => {
            if !unit.rows.iter().any(|r| sum.unit.rows.contains(r)) {
                return None;
            }
            (unit.end, look.worth(unit, part.value)?)
        }
        Some(_) => return None,
        None => {
            // `two pounds ten`
            let spoken = !part.figures
                && !sum.quantity.figures
                && at == sum.end
                && part.value >= Decimal::whole(5)
                && nothing_counted(w, part.end);
            let two_figures = part.figures && w.text(part.start, part.end).len() == 2;
            let closed = w.pieces.get(part.end).is_none_or(|p| p.is('.') || p.is(',') || p.gap == Gap::Blank)
                || w.is_word(part.end, &["more"]);
            if !(spoken || two_figures && closed) || sum.unit.form == Form::Sign {
                return None;
            }
            (part.end, part.value.times(hundredth)?)
        }
    };
    let found = look.found(sum)?;
    Some(Found { end, low: found.low.plus(add)?, ..found })
}
