//! Currencies in a window: signs, codes, words and minor units, each with the rows of the list it may stand for.

use super::pieces::{Kind, currency_rows, hash_of, whole_token};
use super::window::Window;
use crate::gazetteer::{List, Variant};
use crate::token::{Gap, Shape};
use std::cell::RefCell;

/// How a currency is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `€`, `US$`
    Sign,
    /// `Rs`, `kr`, `R`
    Letters,
    /// `EUR`
    Code,
    /// `euros`
    Word,
    /// `cents`, `p`
    Minor,
}

/// A currency or a minor unit in a window.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// First piece.
    pub start: usize,
    /// One past the last piece.
    pub end: usize,
    /// How it is written.
    pub form: Form,
    /// The rows of the list of currencies it may stand for, never empty.
    pub rows: Vec<u32>,
    /// Of `rows`, the one it stands for where the text gives no hint.
    pub default: u32,
    /// Often something else: `won`, `R`, `TOP`.
    pub doubtful: bool,
    /// For minor units, the row of the list of money words.
    pub minor: Option<u32>,
}

/// What forms were already found to be: text, number of rows, unit.
pub(super) type Memo<'t> = RefCell<Vec<(&'t str, usize, Unit)>>;

/// Every unit of a window, in text order, none inside another.
pub(super) fn units<'t>(w: &Window<'_, 't>, memo: &Memo<'t>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    let mut at = 0;
    while at < w.pieces.len() {
        let whole = listed(w, at, memo).or_else(|| free(w, at, memo));
        let part = minor(w, at);
        // `euro cents` is more than `euro`
        let longer = part.as_ref().is_some_and(|p| whole.as_ref().is_none_or(|u| u.end < p.end));
        match if longer { part } else { whole } {
            Some(mut unit) => {
                let from = out.last().map_or(0, |u| u.end);
                qualify(w, &mut unit, from);
                at = unit.end;
                out.push(unit);
            }
            None => at += 1,
        }
    }
    out
}

/// The unit that the lists know at a piece.
fn listed<'t>(w: &Window<'_, 't>, at: usize, memo: &Memo<'t>) -> Option<Unit> {
    let piece = &w.pieces[at];
    let index = &w.reading.index;
    if !whole_token(w.reading, piece) {
        // a part of a token, or two joined over a line end
        let rows = if piece.kind == Kind::Word { currency_rows(index, &[piece.hash]) } else { Vec::new() };
        return unit_of(w, memo, at, at + 1, rows);
    }
    let hits = w.reading.hits_at(piece.token).iter().filter(|h| h.list == List::Currencies);
    let longest = hits.clone().map(|h| h.end).max()?;
    let end = at + w.pieces[at..].iter().take_while(|p| p.token < longest as usize).count();
    unit_of(w, memo, at, end, hits.filter(|h| h.end == longest).map(|h| (h.row, h.variant)).collect())
}

/// Small letters that the lists know only large: `c $`, `usd$`, `rmb` beside a number.
fn free<'t>(w: &Window<'_, 't>, at: usize, memo: &Memo<'t>) -> Option<Unit> {
    let piece = &w.pieces[at];
    let index = &w.reading.index;
    let shape = w.reading.tokens[piece.token].shape;
    let text = w.word(at);
    if shape == Shape::Capital && text.len() == 3 {
        // `Rwf`, `Kes`: a code in small letters that the list has beside the large one
        let mut rows = currency_rows(index, &[piece.hash]);
        rows.retain(|(row, _)| index.cell(*row, 3).split('|').any(|f| f == text));
        return unit_of(w, memo, at, at + 1, rows);
    }
    if piece.kind != Kind::Word || shape != Shape::Lower {
        return None;
    }
    for len in [3, 2, 1] {
        let Some(sign) = w.pieces.get(at + len).filter(|p| p.is('$')) else { continue };
        let tight = w.pieces[at + 1..at + len].iter().all(|p| p.gap == Gap::Glued);
        if !tight
            || sign.gap > Gap::Space
            || sign.gap == Gap::Space && (text == "a" || !is_spaced_prefix(text))
        {
            continue;
        }
        let hashes: Vec<u64> = w.pieces[at..=at + len].iter().map(|p| p.hash).collect();
        let rows = currency_rows(index, &hashes);
        if !rows.is_empty() {
            return unit_of(w, memo, at, at + len + 1, rows);
        }
    }
    let number_beside = at > 0 && w.pieces[at - 1].kind == Kind::Digits
        || w.pieces.get(at + 1).is_some_and(|p| p.kind == Kind::Digits);
    if number_beside && text.len() == 3 && text.is_ascii() {
        let rows = currency_rows(index, &[piece.hash]);
        let code = |(row, variant): &(u32, Variant)| {
            matches!(variant, Variant::Acronym | Variant::Other) && !doubtful(w, *row, text, false)
        };
        if rows.iter().all(code) && w.reading.lookup.words[piece.token].rank == 0 {
            return unit_of(w, memo, at, at + 1, rows);
        }
    }
    None
}

fn is_spaced_prefix(text: &str) -> bool {
    matches!(text, "c" | "us" | "u" | "hk" | "nz")
}

/// `cents`, `pence`, `p` glued to figures.
fn minor(w: &Window, at: usize) -> Option<Unit> {
    let found = w.pieces[at].minor?;
    let text = w.word(at);
    let short = text.chars().count() <= 2;
    if short && (w.pieces[at].gap != Gap::Glued || at == 0 || w.pieces[at - 1].kind != Kind::Digits) {
        return None;
    }
    if text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let index = &w.reading.index;
    let rows: Vec<u32> = index
        .cell(found.row, 4)
        .split('|')
        .filter(|code| !code.is_empty())
        .filter_map(|code| row_of(w, code))
        .collect();
    let default = *rows.first()?;
    let form = Form::Minor;
    Some(Unit {
        start: at,
        end: at + found.len,
        form,
        rows,
        default,
        doubtful: false,
        minor: Some(found.row),
    })
}

/// The row of a code.
pub(super) fn row_of(w: &Window, code: &str) -> Option<u32> {
    currency_rows(&w.reading.index, &[hash_of(code)])
        .into_iter()
        .map(|(row, _)| row)
        .find(|row| w.reading.index.cell(*row, 0) == code)
}

fn unit_of<'t>(
    w: &Window<'_, 't>,
    memo: &Memo<'t>,
    start: usize,
    end: usize,
    found: Vec<(u32, Variant)>,
) -> Option<Unit> {
    let &(_, variant) = found.first()?;
    let text = w.text(start, end);
    let known = memo.borrow().iter().find(|m| m.0 == text && m.1 == found.len()).map(|m| m.2.clone());
    let unit = known.unwrap_or_else(|| {
        let rows = found.iter().map(|(row, _)| *row).collect();
        let unit = read(w, text, matches!(variant, Variant::Name | Variant::Plural), rows, start);
        memo.borrow_mut().push((text, found.len(), unit.clone()));
        unit
    });
    Some(Unit { start, end, ..unit })
}

/// What a form with these rows is; its place is left open.
fn read(w: &Window, text: &str, word: bool, mut rows: Vec<u32>, start: usize) -> Unit {
    let index = &w.reading.index;
    let is_code = |row: &u32| index.cell(*row, 0).eq_ignore_ascii_case(text);
    let form = if word {
        Form::Word
    } else if rows.iter().any(is_code) {
        Form::Code
    } else if text.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '/' | '-' | ' ')) {
        Form::Letters
    } else {
        Form::Sign
    };
    rows.sort_unstable();
    rows.dedup();
    if form == Form::Code {
        // a code belongs to its own row alone
        rows.retain(is_code);
    }
    // the form that a row names first is its own
    let column = if word { 2 } else { 3 };
    let singular = if word { text.strip_suffix('s').unwrap_or(text) } else { text };
    let rank = |row: &u32| {
        let mut forms = index.cell(*row, column).split('|');
        forms
            .position(|f| f.eq_ignore_ascii_case(text) || f.eq_ignore_ascii_case(singular))
            .unwrap_or(usize::MAX)
    };
    let default =
        if rows.len() == 1 { rows[0] } else { *rows.iter().min_by_key(|r| rank(r)).expect("a row") };
    let doubtful = w.pieces[start].kind == Kind::Word
        && rows.iter().any(|row| doubtful(w, *row, text, form == Form::Word));
    Unit { start: 0, end: 0, form, rows, default, doubtful, minor: None }
}

/// Whether a row calls this form doubtful; `plural` where a plural `s` may be left off.
fn doubtful(w: &Window, row: u32, text: &str, plural: bool) -> bool {
    w.reading.index.cell(row, 5).split('|').any(|f| {
        f.eq_ignore_ascii_case(text)
            || plural && text.len() == f.len() + 1 && text.to_lowercase() == format!("{f}s")
    })
}

/// A country's word before a shared currency word belongs to it: `Fijian dollars`.
fn qualify(w: &Window, unit: &mut Unit, from: usize) {
    if unit.form != Form::Word || unit.start == from || w.pieces[unit.start].gap > Gap::Line {
        return;
    }
    let before = unit.start - 1;
    let hyphen = w.pieces[before].is_dash() && w.pieces[before].gap == Gap::Glued && before > from;
    // small letters that the list has large: `us dollars`, `chinese yuan`
    let small = &w.pieces[before];
    if small.kind == Kind::Word && !small.counts && w.reading.tokens[small.token].shape == Shape::Lower {
        let rows = currency_rows(&w.reading.index, &[small.hash, w.pieces[unit.start].hash]);
        if let Some(&(row, _)) = rows.first() {
            let rows = rows.iter().map(|(row, _)| *row).collect();
            (unit.start, unit.rows, unit.default, unit.doubtful) = (before, rows, row, false);
            return;
        }
    }
    // `US-dollars` as `US dollars`
    let token = if hyphen { w.pieces[before].token } else { w.pieces[unit.start].token };
    for first in (from..if hyphen { before } else { unit.start }).rev().take(3) {
        let piece = &w.pieces[first];
        let hits = w.reading.hits_at(piece.token).iter();
        for hit in hits.filter(|h| h.list == List::CountryForms && h.end as usize == token) {
            let country = w.reading.index.cell(hit.row, 1);
            let rows: Vec<u32> =
                unit.rows.iter().copied().filter(|row| has_country(w, *row, country)).collect();
            if let Some(&row) = rows.first() {
                (unit.start, unit.rows, unit.default, unit.doubtful) = (first, rows, row, false);
                return;
            }
        }
    }
}

/// Whether a currency is used in a country.
pub(super) fn has_country(w: &Window, row: u32, country: &str) -> bool {
    w.reading.index.cell(row, 4).split('|').any(|c| c == country)
}
