//! An item to its amounts: where currencies stand, the windows around them, and the rules on each.

use super::clues::Around;
use super::decimal::Decimal;
use super::hints::Hints;
use super::pieces::{currency_rows, cut_glued, cut_multiplied_code, over_line_end};
use super::sides::{self, Side, Sum, price_marks, sum};
use super::unit::{Form, Memo, Unit};
use super::window::Window;
use super::words::{Role, word};
use super::{Amount, Found, RULES, doubt};
use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::token::scan::is_hyphen;
use crate::token::{Gap, Shape};

/// Tokens that are read on each side of a currency.
const REACH: usize = 18;

/// A unit as the rules see it.
pub(super) struct Look<'a, 'r, 't> {
    /// The window.
    pub w: &'a Window<'r, 't>,
    /// What the text says of shared currencies.
    pub hints: &'a Hints<'r, 't>,
    /// The unit.
    pub unit: &'a Unit,
    /// Pieces before this one belong to other amounts.
    pub from: usize,
    /// The number beside it.
    pub sum: Option<(Sum, Side)>,
}

impl Look<'_, '_, '_> {
    /// The amount as it stands, where its unit is of a form, and on a side.
    pub fn plain(&self, forms: &[Form], side: Side) -> Option<Found> {
        let (sum, at) = self.sum.as_ref()?;
        (*at == side && forms.contains(&self.unit.form)).then(|| self.found(sum)).flatten()
    }

    /// A sum as a finding, if it is money at all.
    pub fn found(&self, sum: &Sum) -> Option<Found> {
        let side = self.sum.as_ref().map_or(Side::After, |s| s.1);
        let found = Found {
            start: sum.start,
            end: sum.end,
            low: self.worth(&sum.unit, sum.quantity.value)?,
            high: None,
            unit: sum.unit.clone(),
            certain: !sum.unit.doubtful,
        };
        doubt::is_money(self.w, self.hints, sum, side).then_some(found)
    }

    /// A quantity of a unit in its currency: cents to dollars.
    pub fn worth(&self, unit: &Unit, value: Decimal) -> Option<Decimal> {
        match unit.minor {
            None => Some(value),
            Some(row) => value.times(word(row)?.value),
        }
    }
}

/// Every amount of an item of a page, in text order.
pub(super) fn amounts(around: &Around, item: usize) -> Vec<Amount> {
    let reading = around.reading(item);
    let anchors = anchors(reading);
    let mut out = Vec::new();
    if anchors.is_empty() {
        return out;
    }
    let hints = Hints::new(around, item);
    let memo = Memo::default();
    let mut next = 0;
    while next < anchors.len() {
        let from = edge(reading, anchors[next], -1);
        let mut to = edge(reading, anchors[next], 1);
        next += 1;
        while next < anchors.len() && anchors[next] < to + REACH && edge(reading, anchors[next], -1) < to {
            to = edge(reading, anchors[next], 1);
            next += 1;
        }
        window(&Window::new(reading, &memo, from, to), &hints, &mut out);
    }
    out
}

fn window<'r, 't>(w: &Window<'r, 't>, hints: &Hints<'r, 't>, out: &mut Vec<Amount>) {
    let mut used = 0;
    for unit in &w.units {
        if unit.start < used {
            continue;
        }
        let look = Look { w, hints, unit, from: used, sum: sum(w, unit, used) };
        let Some((rule, found)) = RULES.iter().find_map(|rule| Some((rule, (rule.find)(&look)?))) else {
            continue;
        };
        let end = if found.end > 0 && w.pieces[found.end - 1].kind == super::pieces::Kind::Digits {
            price_marks(w, found.end)
        } else {
            found.end
        };
        let token = w.pieces[found.unit.start].token;
        let (currency, sure) = hints.choose(&found.unit, token);
        used = end;
        let start = w.pieces[found.start].token;
        // a token that was cut can belong to one amount only
        if out.last().is_some_and(|a| a.end > start) {
            continue;
        }
        out.push(Amount {
            start,
            end: w.pieces[end - 1].token_end,
            rule: rule.id,
            amount: found.low.to_string(),
            amount_max: found.high.map(|h| h.to_string()),
            currency: currency.to_owned(),
            certain: sure && found.certain,
        });
    }
}

/// The last token that a window around `at` takes in one direction, as a range's end.
fn edge(reading: &Reading, at: usize, direction: isize) -> usize {
    if direction < 0 {
        let mut first = at;
        while first > 0 && at - first < REACH && reading.tokens[first].gap != Gap::Blank {
            first -= 1;
        }
        return first;
    }
    let mut end = at + 1;
    while end < reading.len() && end - at < REACH && reading.tokens[end].gap != Gap::Blank {
        end += 1;
    }
    end
}

/// Tokens at which a currency or a minor unit may stand.
fn anchors(reading: &Reading) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for hit in &reading.lookup.hits {
        let money = match hit.list {
            List::Currencies => true,
            List::MoneyWords => word(hit.row).is_some_and(|w| w.role == Role::Minor),
            _ => false,
        };
        if money {
            out.push(hit.start as usize);
        }
    }
    for (at, token) in reading.tokens.iter().enumerate() {
        let text = || reading.cut(at, at + 1);
        let hidden = match token.shape {
            Shape::Mark => {
                token.gap == Gap::Glued
                    && is_hyphen(token.mark)
                    && at > 0
                    && over_line_end(reading, at - 1, reading.len())
                        .is_some_and(|(word, ..)| !currency_rows(&reading.index, &[word]).is_empty())
            }
            Shape::Number | Shape::Possessive => false,
            _ if reading.classes[at].has(Class::NoWord) => {
                let beside_number =
                    || at > 0 && reading.is(at - 1, Class::Number) || reading.is(at + 1, Class::Number);
                let text = text().trim_end_matches('.');
                text.bytes().any(|b| b.is_ascii_digit()) && cut_glued(&reading.index, text).is_some()
                    || text.len() == 4 && cut_multiplied_code(&reading.index, text)
                    || text.len() == 3
                        && matches!(token.shape, Shape::Lower | Shape::Capital)
                        && beside_number()
                        && !currency_rows(&reading.index, &[token.hash]).is_empty()
            }
            _ => false,
        };
        if hidden {
            out.push(at);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The sum to the right of a unit, for rules that look past a link.
pub(super) fn right_of(w: &Window, unit: &Unit) -> Option<Sum> {
    sides::before(w, unit, unit.start.saturating_sub(1))
}
