//! A unit with the quantity before or after it: on which side it stands, and where the mention ends.

use super::number::{Quantity, begins_cleanly, ending_at, multiplier_at, parse};
use super::pieces::{Kind, currency_rows};
use super::unit::{Form, Unit};
use super::window::Window;
use crate::token::Gap;

/// A quantity with its unit.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// First piece.
    pub start: usize,
    /// One past the last piece.
    pub end: usize,
    /// How much.
    pub quantity: Quantity,
    /// The unit, its rows narrowed where the sum names the currency twice.
    pub unit: Unit,
}

/// The quantity to the right: `EUR 5 million`, `€5`, `M€ 5`, `USD million 5`.
pub(super) fn before(w: &Window, unit: &Unit, from: usize) -> Option<Sum> {
    let mut start = unit.start;
    let mut at = unit.end;
    let mut by = None;
    if unit.form == Form::Minor || !w.follows(at) {
        return None;
    }
    // the full stop of an abbreviation that the list has without one: `Ush. 3,500`
    let stop = w.pieces[at].is('.') && w.pieces[at].gap == Gap::Glued;
    if stop
        && matches!(unit.form, Form::Letters | Form::Code)
        && w.pieces.get(at + 1).is_some_and(|p| p.kind == Kind::Digits)
    {
        at += 1;
    }
    if !w.follows(at) {
        return None;
    }
    if let Some(found) = w.pieces[at].multiplier
        && w.pieces.get(at + found.len).is_some_and(|p| p.kind == Kind::Digits)
        && w.text(at, at + 1) != "hundred"
    {
        // `€m 5`, `USD million 5`
        by = Some(found.value);
        at += found.len;
    } else if start > from
        && unit.form != Form::Word
        && w.pieces[start].gap == Gap::Glued
        && let Some(found) = w.pieces[start - 1].multiplier
        && w.word(start - 1).len() == 1
        && begins_cleanly(w, start - 1)
    {
        // `M€ 5`
        by = Some(found.value);
        start -= 1;
    }
    if !w.follows(at) {
        return None;
    }
    let mut quantity = parse(w, at, w.pieces.len(), three_decimals(w, unit))?;
    if !quantity.figures && (unit.form == Form::Letters || unit.doubtful) {
        return None;
    }
    if let Some(by) = by {
        if quantity.multiplier.is_some() {
            return None;
        }
        quantity = Quantity { value: quantity.base.times(by)?, multiplier: Some(by), ..quantity };
    }
    let mut sum = Sum { start, end: quantity.end, quantity, unit: unit.clone() };
    named_twice(w, &mut sum);
    Some(sum)
}

/// The quantity to the left: `5 million euros`, `5 €`, `0.9 M€`, `250-euro`, `75 USD million`.
pub(super) fn after(w: &Window, unit: &Unit, from: usize) -> Option<Sum> {
    let mut limit = unit.start;
    let milli = three_decimals(w, unit);
    if limit <= from || !w.follows(unit.start) {
        return None;
    }
    let link = limit - 1;
    let hyphenated =
        w.pieces[link].is_dash() && w.pieces[link].gap == Gap::Glued && w.pieces[limit].gap == Gap::Glued;
    let of = w.is_word(link, &["of", "de"]) && link > from && w.pieces[link - 1].counts;
    if hyphenated || of {
        limit -= 1;
    }
    if limit <= from {
        return None;
    }
    let mut quantity = ending_at(w, limit, from, milli)?;
    if limit < unit.start && !hyphenated && quantity.multiplier.is_none() {
        return None;
    }
    let mut end = unit.end;
    if w.pieces[end - 1].is('.') && end > unit.start + 1 && w.ends_sentence(end - 1) {
        end -= 1;
    }
    if matches!(unit.form, Form::Sign | Form::Code | Form::Letters)
        && quantity.multiplier.is_none()
        && w.follows(end)
        && let Some(m) = multiplier_at(w, end, w.pieces.len())
        && w.word(end).len() > 1
    {
        quantity = Quantity { value: quantity.base.times(m.value)?, multiplier: Some(m.value), ..quantity };
        end = m.end;
    }
    Some(Sum { start: quantity.start, end, quantity, unit: unit.clone() })
}

/// The side on which the quantity of a unit stands; pieces before `from` belong to others.
pub(super) fn sum(w: &Window, unit: &Unit, from: usize) -> Option<(Sum, Side)> {
    let left = || after(w, unit, from).map(|s| (s, Side::After));
    let right = || before(w, unit, from).filter(|_| before_allowed(w, unit)).map(|s| (s, Side::Before));
    match unit.form {
        Form::Minor => left(),
        Form::Word => left().or_else(right),
        _ => match (left(), right()) {
            (Some(l), Some(r)) => Some(if prefers_left(w, unit, &l.0, &r.0) { l } else { r }),
            (l, r) => l.or(r),
        },
    }
}

/// Where the number of a sum stands, seen from its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `EUR 5`
    Before,
    /// `5 EUR`
    After,
}

fn prefers_left(w: &Window, unit: &Unit, left: &Sum, right: &Sum) -> bool {
    let glued_left = w.pieces[unit.start].gap == Gap::Glued;
    let glued_right = w.pieces[unit.end].gap == Gap::Glued;
    if glued_left != glued_right {
        return glued_left;
    }
    if left.quantity.like_year(w) {
        return false;
    }
    let other_unit = w.unit_at(right.quantity.end).is_some_and(|u| w.pieces[u.start].gap <= Gap::Space);
    other_unit && right.end == right.quantity.end || left.quantity.is_large() && !right.quantity.is_large()
}

/// Whether a number after this word can be its amount: `Euro 19.4 million`, but `won 5`, `euro 2020`.
fn before_allowed(w: &Window, unit: &Unit) -> bool {
    unit.form != Form::Word || {
        let joined = unit.start > 0
            && w.pieces[unit.start].gap == Gap::Glued
            && (w.pieces[unit.start - 1].kind != Kind::Mark('(')
                && !matches!(w.pieces[unit.start - 1].kind, Kind::Mark('“' | '"' | '‘' | '[' | '«' | '„')));
        let plain = !unit.doubtful && !joined;
        plain
            && parse(w, unit.end, w.pieces.len(), false).is_some_and(|q| {
                q.figures
                    && (q.is_large()
                        || q.grouped
                        || q.value.scale() > 0
                        || q.value >= super::decimal::Decimal::whole(10))
                    && !q.like_year(w)
                    && (q.is_large() || w.reading.tokens[w.pieces[unit.start].token].is_capitalised())
            })
    }
}

/// A currency named once more behind the amount: `US$ 5 million dollars`, `$10 EC`, `GEL 3,000 lari`.
pub(super) fn named_twice(w: &Window, sum: &mut Sum) {
    let at = sum.end;
    let Some(next) = w.pieces.get(at).filter(|p| p.gap <= Gap::Space) else { return };
    if let Some(unit) = w.unit_at(at).filter(|u| matches!(u.form, Form::Word | Form::Code) && !u.doubtful) {
        let rows: Vec<u32> = sum.unit.rows.iter().copied().filter(|r| unit.rows.contains(r)).collect();
        // the next amount's sign: `USD 5 EUR 10`
        let own_number = before(w, unit, unit.start).is_some_and(|s| s.quantity.start == unit.end)
            && unit.form == Form::Code;
        if !rows.is_empty() && !own_number {
            sum.unit.default = if rows.contains(&sum.unit.default) { sum.unit.default } else { rows[0] };
            sum.unit.rows = rows;
            sum.end = unit.end;
        }
        return;
    }
    // `$10 EC`: the letters that stand before a dollar sign
    if w.text(sum.unit.start, sum.unit.end) == "$"
        && next.kind == Kind::Word
        && w.word(at).len() <= 3
        && w.word(at).bytes().all(|b| b.is_ascii_uppercase())
        && next.gap == Gap::Space
        && (w.word(at) != "US" || w.pieces.get(at + 1).is_none_or(|p| p.kind != Kind::Word))
    {
        let mark = w.pieces[sum.unit.start].hash;
        let rows = currency_rows(&w.reading.index, &[next.hash, mark]);
        if let Some((row, _)) = rows.first() {
            sum.unit.rows = vec![*row];
            sum.unit.default = *row;
            sum.end = at + 1;
        }
    }
}

/// Marks of a price that end it: `,-` `.-` `/-` `:-` `/=`.
pub(super) fn price_marks(w: &Window, end: usize) -> usize {
    let glued = |at: usize| w.pieces.get(at).filter(|p| p.gap == Gap::Glued);
    let Some(first) = glued(end).filter(|p| [',', '.', '/', ':'].iter().any(|m| p.is(*m))) else {
        return end;
    };
    let slash = first.is('/');
    let mut at = end + 1;
    while glued(at).is_some_and(|p| p.is_dash() || slash && p.is('=')) {
        at += 1;
    }
    let closed = w.pieces.get(at).is_none_or(|p| p.gap > Gap::Glued || matches!(p.kind, Kind::Mark(_)));
    if at > end + 1 && closed { at } else { end }
}

/// Whether the currency is divided into a thousand parts.
pub(super) fn three_decimals(w: &Window, unit: &Unit) -> bool {
    unit.rows.len() == 1
        && matches!(w.reading.index.cell(unit.rows[0], 0), "BHD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND")
}
