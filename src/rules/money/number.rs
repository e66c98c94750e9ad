//! Pieces to quantities: figures, number words and multipliers in a row.

use super::decimal::Decimal;
use super::digits::{Habit, read};
use super::pieces::Kind;
use super::window::Window;
use crate::token::Gap;

/// Most pieces of one quantity.
const MOST: usize = 16;

/// A number with what multiplies it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    /// First piece.
    pub start: usize,
    /// One past the last piece.
    pub end: usize,
    /// How much.
    pub value: Decimal,
    /// What was multiplied, where it was one plain number.
    pub base: Decimal,
    /// By how much, where it was one plain number.
    pub multiplier: Option<Decimal>,
    /// Written in figures.
    pub figures: bool,
    /// Figures in groups (`12,000`), or with spaces between them.
    pub grouped: bool,
}

impl Quantity {
    /// A plain whole number of four figures between 1900 and 2099.
    pub fn like_year(&self, w: &Window) -> bool {
        self.end == self.start + 1
            && self.figures
            && w.text(self.start, self.end).len() == 4
            && !self.grouped
            && self.value >= Decimal::whole(1900)
            && self.value < Decimal::whole(2100)
    }

    /// Multiplied by a thousand or more.
    pub fn is_large(&self) -> bool {
        self.multiplier.is_some_and(|m| m >= Decimal::THOUSAND)
            || !self.figures && self.value >= Decimal::THOUSAND
    }
}

/// Reads the longest quantity that begins at piece `at` and ends at or before `limit`.
pub(super) fn parse(w: &Window, at: usize, limit: usize, three_decimals: bool) -> Option<Quantity> {
    let mut sum = Sum { total: Decimal::ZERO, group: None, multiplied: None, base: None, many: false };
    let mut i = at;
    let mut end = at;
    let mut figures = false;
    let mut grouped = false;
    while i < limit && i - at < MOST {
        let piece = &w.pieces[i];
        let near = i == at || piece.gap <= Gap::Line;
        if !near {
            break;
        }
        if piece.kind == Kind::Digits {
            let Some(run) = figures_at(w, i, limit, three_decimals) else { break };
            if i > at {
                // `5 crore 20 lakh`: a smaller multiplier must follow
                let smaller = multiplier_at(w, run.0, limit)
                    .is_some_and(|m| sum.multiplied.is_some_and(|s| m.value < s));
                if sum.group.is_some() || !figures || !smaller || piece.gap == Gap::Glued {
                    break;
                }
            }
            sum.group = Some(run.1);
            (figures, grouped) = (true, grouped || run.2);
            i = run.0;
            end = i;
            if let Some(fraction) = number_at(w, i, limit).filter(|f| f.1 < Decimal::whole(1)) {
                // `2½`, `2 and a half` is met below
                sum.group = run.1.plus(fraction.1);
                i = fraction.0;
                end = i;
            }
            continue;
        }
        if let Some(m) = multiplier_at(w, i, limit) {
            if !sum.multiply(m.value) {
                break;
            }
            i = m.end;
            end = i;
            continue;
        }
        if let Some((next, value)) = number_at(w, i, limit) {
            if sum.group.is_some() && figures || !sum.add(value) {
                break;
            }
            i = next;
            end = i;
            continue;
        }
        if i == at {
            return None;
        }
        // what may stand between two parts: `two hundred and five`, `two and a half`, `twenty-five`, `One Billion, Three`
        let next = i + 1;
        let goes_on = if w.word(i) == "and" {
            w.number(next).is_some_and(|n| {
                n.value < Decimal::whole(1) || !figures && n.value < Decimal::whole(100) && sum.takes_and()
            })
        } else if piece.is_dash() && piece.gap == Gap::Glued {
            w.pieces.get(next).is_some_and(|p| p.gap == Gap::Glued && (p.counts || w.word(next) == "and"))
        } else if piece.is(',') {
            !figures && sum.group.is_none() && w.number(next).is_some()
        } else {
            false
        };
        if !goes_on {
            break;
        }
        i = next;
    }
    let value = sum.value()?;
    if end == at || value.is_zero() {
        return None;
    }
    let single = !sum.many && sum.base.is_some();
    Some(Quantity {
        start: at,
        end,
        value,
        base: if single { sum.base.unwrap_or(value) } else { value },
        multiplier: sum.multiplied.filter(|_| single),
        figures,
        grouped,
    })
}

/// The longest quantity that ends before piece `end` and begins at or after `from`.
pub(super) fn ending_at(w: &Window, end: usize, from: usize, three_decimals: bool) -> Option<Quantity> {
    let mut first = end;
    while first > from && end - first < MOST {
        let i = first - 1;
        let piece = &w.pieces[i];
        let joins = piece.is(',') || piece.is_dash() && piece.gap == Gap::Glued || w.word(i) == "and";
        let near = first == end || w.pieces[first].gap <= Gap::Line;
        if !near || !(piece.kind == Kind::Digits || piece.counts || joins) {
            break;
        }
        first = i;
    }
    (first..end).find_map(|start| {
        if !begins_cleanly(w, start) {
            return None;
        }
        parse(w, start, end, three_decimals).filter(|q| q.end == end)
    })
}

/// Whether what begins at a piece is not the rest of a date, a clock time, a fraction or a name (`COVID-19`).
pub(super) fn begins_cleanly(w: &Window, start: usize) -> bool {
    if start == 0 || w.pieces[start].gap != Gap::Glued {
        return true;
    }
    let before = &w.pieces[start - 1];
    let glued = before.gap == Gap::Glued;
    match before.kind {
        Kind::Digits => false,
        Kind::Word => w.unit_ending(start).is_some(),
        Kind::Mark('/' | ':' | '.' | ',' | '\'' | '#' | '_' | '@') => !glued || start < 2,
        Kind::Mark(_) if before.is_dash() && glued && start >= 2 => {
            let left = &w.pieces[start - 2];
            left.kind != Kind::Word || left.counts || w.unit_ending(start - 1).is_some()
        }
        Kind::Mark(_) => true,
    }
}

struct Sum {
    total: Decimal,
    group: Option<Decimal>,
    multiplied: Option<Decimal>,
    base: Option<Decimal>,
    many: bool,
}

impl Sum {
    fn value(&self) -> Option<Decimal> {
        self.total.plus(self.group.unwrap_or(Decimal::ZERO))
    }

    fn takes_and(&self) -> bool {
        self.group.is_none_or(|g| g.modulo(100) == 0)
    }

    /// Adds a number word; false where it doesn't fit behind what was read.
    fn add(&mut self, value: Decimal) -> bool {
        if value >= Decimal::THOUSAND {
            // a phrase such as `half a million`
            if self.group.is_some() || self.multiplied.is_some() {
                return false;
            }
            self.total = value;
            self.many = true;
            self.multiplied = Some(Decimal::THOUSAND);
            return true;
        }
        let fits = match self.group {
            None => value > Decimal::ZERO,
            Some(g) if value < Decimal::whole(1) => g.scale() == 0,
            Some(g) if g.scale() > 0 => false,
            Some(g) => {
                g.modulo(100) == 0 && value < Decimal::whole(100) && g >= Decimal::whole(100)
                    || g.modulo(10) == 0 && g.modulo(100) >= 20 && value < Decimal::whole(10)
            }
        };
        if fits {
            self.group = Some(self.group.map_or(Some(value), |g| g.plus(value)).unwrap_or(value));
        }
        fits
    }

    /// Multiplies; false where there is nothing to multiply.
    fn multiply(&mut self, by: Decimal) -> bool {
        match self.group.take() {
            Some(group) if by < Decimal::THOUSAND => {
                // `two hundred`, and `5 dozen`
                let product = group.times(by);
                self.group = product.or(Some(group));
                product.is_some()
            }
            Some(group) => {
                let Some(product) = group.times(by) else { return false };
                if self.multiplied.is_some_and(|m| m <= by) {
                    self.group = Some(group);
                    return false;
                }
                let Some(total) = self.total.plus(product) else { return false };
                self.many |= self.multiplied.is_some();
                self.base.get_or_insert(group);
                (self.total, self.multiplied) = (total, Some(by));
                true
            }
            // `1.1 thousand crore`
            None if self.multiplied.is_some() && !self.many => {
                let (Some(total), Some(m)) =
                    (self.total.times(by), self.multiplied.and_then(|m| m.times(by)))
                else {
                    return false;
                };
                (self.total, self.multiplied) = (total, Some(m));
                true
            }
            None => false,
        }
    }
}

/// A multiplier at a piece, where it stands as one may.
pub(super) struct Multiplier {
    /// One past its last piece.
    pub end: usize,
    /// By how much.
    pub value: Decimal,
}

/// The multiplier at a piece, if there is one that may multiply what stands before it.
pub(super) fn multiplier_at(w: &Window, at: usize, limit: usize) -> Option<Multiplier> {
    let piece = w.pieces.get(at).filter(|_| at < limit)?;
    let found = piece.multiplier?;
    let mut end = at + found.len;
    // the full stop of `mio.` is the sentence's where the sentence ends
    let letter = w.word(at).len() == 1;
    let dotted = found.len == 2 && w.pieces[at + 1].is('.');
    if dotted && (end > limit || w.ends_sentence(at + 1) || letter && w.unit_at(end).is_none()) {
        end -= 1;
    }
    if end > limit {
        return None;
    }
    let text = w.text(at, at + 1);
    if letter {
        let after_figures = at > 0 && w.pieces[at - 1].kind == Kind::Digits;
        let glued_after = w.pieces.get(end).is_some_and(|p| {
            let per = p.is('/')
                && w.pieces.get(end + 1).is_some_and(|n| n.kind == Kind::Word && n.gap == Gap::Glued);
            p.gap == Gap::Glued && (p.kind == Kind::Digits || per || p.is('²') || p.is('&'))
        });
        // `390 k€`
        let with_sign = || w.pieces.get(end).is_some_and(|p| p.gap == Gap::Glued) && w.unit_at(end).is_some();
        let near =
            piece.gap == Gap::Glued || piece.gap == Gap::Space && (matches!(text, "m" | "M") || with_sign());
        if !after_figures || !near || glued_after {
            return None;
        }
    }
    if text == "mil" {
        let spanish = w.pieces.get(at + 1).is_some_and(|p| p.multiplier.is_some()) || w.mil_is_thousand(at);
        return Some(Multiplier { end, value: if spanish { Decimal::THOUSAND } else { found.value } });
    }
    Some(Multiplier { end, value: found.value })
}

/// The number word at a piece: one past its last piece, and its value.
fn number_at(w: &Window, at: usize, limit: usize) -> Option<(usize, Decimal)> {
    let found = w.number(at)?;
    let end = at + found.len;
    if end > limit || w.word(at) == "a couple of" {
        return None;
    }
    // `a`, `an` count only before a multiplier that is a word
    if found.len == 1 && matches!(w.word(at), "a" | "an" | "A" | "An") {
        let next = w.pieces.get(end).filter(|_| end < limit)?;
        next.multiplier.filter(|_| next.end - next.start > 2)?;
    }
    Some((end, found.value))
}

/// Figures at a piece with groups over spaces: one past the last piece, the value, whether there were groups.
fn figures_at(w: &Window, at: usize, limit: usize, three_decimals: bool) -> Option<(usize, Decimal, bool)> {
    let raw = w.text(at, at + 1);
    let mut end = at + 1;
    let mut joined = String::new();
    if raw.len() <= 3 && raw.bytes().all(|b| b.is_ascii_digit()) && !raw.starts_with('0') {
        while end < limit && w.pieces[end].kind == Kind::Digits && w.pieces[end].gap == Gap::Space {
            let group = w.text(end, end + 1);
            let whole = group.split([',', '.']).next().unwrap_or_default();
            if whole.len() != 3 || group.matches([',', '.']).count() > 1 || group.contains('\'') {
                break;
            }
            if joined.is_empty() {
                joined.push_str(raw);
            }
            joined.push_str(group);
            end += 1;
            if whole.len() < group.len() {
                break;
            }
        }
    }
    let grouped_by_space = !joined.is_empty();
    let figures = if grouped_by_space { joined.as_str() } else { raw };
    // `38.400 millones` are 38,400: who writes so has full stops between thousands
    let multiplied = multiplier_at(w, end, w.pieces.len()).is_some()
        && !w.word(end).to_lowercase().ends_with("es")
        && !w.mil_is_thousand(at);
    let value = read(figures, Habit { multiplied, three_decimals, grouped: grouped_by_space })?;
    let grouped = grouped_by_space || value.scale() == 0 && !raw.bytes().all(|b| b.is_ascii_digit());
    Some((end, value, grouped))
}
