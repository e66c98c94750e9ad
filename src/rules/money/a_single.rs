//! One unit with an article: `a dollar a day`.

use super::decimal::Decimal;
use super::scan::Look;
use super::unit::Form;
use super::{Found, Rule};
use crate::gazetteer::Class;
use crate::token::Gap;

pub(super) const RULE: Rule = Rule {
    id: "money.a-single",
    finds: &["they live on [a dollar] a day|1 USD", "at [a euro] per litre|1 EUR"],
    leaves: &[
        "a dollar bond",
        "a euro area bank",
        "a pound of flour",
        "the dollar a day",
        "not a penny was paid",
    ],
    find,
};

fn find(look: &Look) -> Option<Found> {
    let (w, unit) = (look.w, look.unit);
    let article = unit.start.checked_sub(1).filter(|at| *at >= look.from && w.is_word(*at, &["a", "an"]))?;
    // `not a penny`, `not a cent` are turns of speech
    let worded = unit.form == Form::Word;
    let plural = w.text(unit.start, unit.end).ends_with('s');
    let next = unit.end;
    let noun_follows = w.pieces.get(next).is_some_and(|p| p.gap <= Gap::Line)
        && w.reading.tokens[w.pieces[next].token].is_word()
        && !w.is(
            next,
            &[
                Class::Article,
                Class::Preposition,
                Class::For,
                Class::In,
                Class::From,
                Class::To,
                Class::Auxiliary,
                Class::Adverb,
                Class::And,
                Class::Or,
                Class::On,
                Class::At,
            ],
        )
        && !w.is_word(next, &["a", "per", "each", "every", "more", "less"]);
    let hyphen = w.pieces.get(next).is_some_and(|p| p.is_dash() && p.gap == Gap::Glued);
    if look.sum.is_some() || !worded || plural || noun_follows || hyphen || unit.doubtful {
        return None;
    }
    Some(Found {
        start: article,
        end: unit.end,
        low: look.worth(unit, Decimal::whole(1))?,
        high: None,
        unit: unit.clone(),
        certain: false,
    })
}
