//! Sums that look like money and may be something else: `5 won the race`, `20 pounds of flour`, `TOP 10`, the `N1`.

use super::decimal::Decimal;
use super::hints::Hints;
use super::pieces::Kind;
use super::sides::{Side, Sum};
use super::unit::Form;
use super::window::Window;
use crate::gazetteer::Class;
use crate::token::{Gap, Shape};

/// Whether a sum is money for all that the text shows.
pub(super) fn is_money(w: &Window, hints: &Hints, sum: &Sum, side: Side) -> bool {
    let unit = &sum.unit;
    let quantity = &sum.quantity;
    let token = w.pieces[unit.start].token;
    if side == Side::After && quantity.like_year(w) {
        // `in 2021 dollars`, `the 2016 Euro`, `in 2020 € bonds`
        let constant = sum.start > 0
            && (w.is(sum.start - 1, &[Class::In, Class::Of, Class::The, Class::From, Class::By, Class::At])
                || w.is_word(sum.start - 1, &["constant", "since", "until", "real", "UEFA", "FIFA"]));
        let named = unit.form == Form::Word && w.reading.tokens[token].shape == Shape::Capital;
        if constant || named {
            return false;
        }
    }
    if side == Side::After
        && sum.start > 0
        && w.pieces[sum.start].gap == Gap::Glued
        && w.pieces[sum.start - 1].is('.')
    {
        return false;
    }
    let letters_before = side == Side::Before && matches!(unit.form, Form::Letters | Form::Code);
    if letters_before && is_part_of_word(w, unit.start) {
        return false;
    }
    if side == Side::After
        && unit.form == Form::Sign
        && w.pieces.get(unit.end).is_some_and(|p| p.gap == Gap::Glued && p.kind == Kind::Word)
        && w.pieces[unit.start].gap > Gap::Glued
    {
        // `2 million $TOKEN`
        return false;
    }
    let bare = !quantity.is_large() && !quantity.grouped && quantity.value.scale() < 2;
    if letters_before
        && unit.form == Form::Letters
        && bare
        && quantity.value < Decimal::whole(100)
        && w.pieces[unit.end].gap == Gap::Glued
    {
        // `MT4`, `D2`
        return letters(w, unit.start) > 1 && hints.supports(unit, token);
    }
    if !unit.doubtful {
        return !is_part_of_name(w, sum, side);
    }
    let written_out = quantity.is_large() || quantity.value.scale() >= 2 && quantity.figures;
    match unit.form {
        Form::Word => {
            let first = w.word(unit.start);
            let lower = first.starts_with(|c: char| c.is_lowercase());
            let next = sum.end;
            if first.to_lowercase().starts_with("pound") {
                return pounds(w, hints, sum, token, written_out);
            }
            // `5 won the race`
            let verb =
                w.is(next, &[Class::The, Class::Article, Class::Determiner, Class::Owner, Class::Number]);
            let won = first.eq_ignore_ascii_case("won") && (verb || quantity.value < Decimal::whole(100));
            let score = w.is_word(next, &["out"]);
            !won && !score
                && side == Side::After
                && (quantity.is_large() || lower && hints.supports(unit, token) && !verb)
        }
        _ => {
            let english = w.reading.lookup.words[token].rank != 0 && letters(w, unit.start) > 1;
            let article = sum.start > 0 && w.is(sum.start - 1, &[Class::The]);
            if side == Side::After {
                // `300 ANG airmen`, `93,000 SF`
                return !(bare && letters(w, unit.start) == 1) && hints.supports(unit, token);
            }
            if letters(w, unit.start) == 1 {
                // `R 5`, `the N1`, `33.78°N 44.500`
                let small = bare && (article || quantity.value < Decimal::whole(100));
                let glued = w.pieces[unit.end.min(sum.end - 1)].gap == Gap::Glued;
                let figure = w.word(quantity.end - 1);
                let plain =
                    quantity.is_large() && glued && !(figure.len() == 1 && figure != "m" && figure != "k");
                return !small && (plain || hints.supports(unit, token));
            }
            // `COP 26` in a Colombian town, `SDG 16` in a Sudanese one
            let small = bare && quantity.value < Decimal::whole(if english { 100 } else { 20 });
            !(small || bare && article) && (!bare && !english || hints.supports(unit, token))
        }
    }
}

/// Whether letters go on from a word, as in a link or a number of a document: `fm/idr7`, `UG-7064D852`.
fn is_part_of_word(w: &Window, start: usize) -> bool {
    if start == 0 || w.pieces[start].gap != Gap::Glued {
        return false;
    }
    match w.pieces[start - 1].kind {
        Kind::Word => !w.pieces[start - 1].counts,
        Kind::Digits => true,
        Kind::Mark('/' | '_' | '=' | '.' | '@' | '#' | '&' | '-' | '?') => {
            start > 1
                && w.pieces[start - 1].gap == Gap::Glued
                && w.pieces[start - 2].kind == Kind::Word
                && !w.pieces[start - 2].counts
                && w.unit_ending(start - 1).is_none()
        }
        Kind::Mark(_) => false,
    }
}

/// Letters of an abbreviation.
fn letters(w: &Window, at: usize) -> usize {
    w.word(at).trim_end_matches('.').chars().count()
}

/// `20-pound baby`, `pounds of cocaine` are weights, `two and a half million pounds` is money.
fn pounds(w: &Window, hints: &Hints, sum: &Sum, token: usize, written_out: bool) -> bool {
    const WORTH: &[&str] = &[
        "additional",
        "aid",
        "assets",
        "business",
        "compensation",
        "damage",
        "debt",
        "debts",
        "extra",
        "fraud",
        "funding",
        "funds",
        "government",
        "grants",
        "income",
        "investment",
        "loans",
        "lottery",
        "money",
        "new",
        "private",
        "public",
        "revenue",
        "sales",
        "savings",
        "spending",
        "support",
        "tax",
        "taxpayer",
        "taxpayers",
        "worth",
    ];
    let british = || hints.has_currency("GBP") || hints.supports(&sum.unit, token);
    if w.is(sum.end, &[Class::Of]) && !w.is_word(sum.end + 1, WORTH) {
        return false;
    }
    if w.pieces[sum.unit.start].gap == Gap::Glued {
        return (sum.quantity.is_large() || hints.has_currency("GBP")) && british();
    }
    written_out && !hints.names(b"US") || british()
}

/// `Euro 2020`, `Dollar General`: a word that a name goes on from.
fn is_part_of_name(w: &Window, sum: &Sum, side: Side) -> bool {
    if sum.unit.form == Form::Code && side == Side::After {
        // `300 ANG Airmen` is told by the list of doubtful codes
        return false;
    }
    let next_capital = w.pieces.get(sum.end).is_some_and(|p| {
        p.gap == Gap::Space
            && w.reading.tokens[p.token].shape == Shape::Capital
            && w.unit_at(sum.end).is_none()
    });
    side == Side::After
        && matches!(sum.unit.form, Form::Word | Form::Minor)
        && !sum.quantity.is_large()
        && next_capital
        && w.reading.tokens[w.pieces[sum.unit.start].token].shape == Shape::Capital
        && (sum.unit.form == Form::Minor || sum.quantity.value < Decimal::whole(10))
}
