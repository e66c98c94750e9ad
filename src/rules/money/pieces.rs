//! Tokens near a currency to pieces: glued ones are cut (`K38bn`, `USD150`, `MEUR`), figures that the cut broke are
//! joined again, words over a hyphen at a line end are one piece. Each piece knows what number or multiplier begins
//! at it.

use super::decimal::Decimal;
use super::words::{Role, Word, word};
use crate::gazetteer::{Index, List, Variant};
use crate::reading::Reading;
use crate::token::fold::{fold_into, hash};
use crate::token::scan::is_hyphen;
use crate::token::{Gap, Shape};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// figures with their separators
    Digits,
    /// a word, or part of one
    Word,
    /// a mark
    Mark(char),
}

/// A number word, a multiplier or a minor unit that begins at a piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// Number of pieces.
    pub len: usize,
    /// How much.
    pub value: Decimal,
    /// Its row in the list.
    pub row: u32,
}

/// A part of a token, a token, or several.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// First token.
    pub token: usize,
    /// One past the last token.
    pub token_end: usize,
    /// First byte of the document.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What stands before it.
    pub gap: Gap,
    /// What it is.
    pub kind: Kind,
    /// Hash of the folded form, for words.
    pub hash: u64,
    /// The number word here, the longest.
    pub number: Option<Value>,
    /// The multiplier here, the longest.
    pub multiplier: Option<Value>,
    /// The minor unit here, the longest.
    pub minor: Option<Value>,
    /// Covered by a number word or a multiplier.
    pub counts: bool,
}

impl Piece {
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark(c) if is_hyphen(c) || matches!(c, '–' | '—' | '−'))
    }
}

/// The hash by which the lists know a word.
pub(super) fn hash_of(word: &str) -> u64 {
    let mut folded = Vec::with_capacity(word.len());
    fold_into(word, &mut folded);
    hash(&folded)
}

/// Rows of the list of currencies that have this form, whatever its case.
pub(super) fn currency_rows(index: &Index, words: &[u64]) -> Vec<(u32, Variant)> {
    let mut state = 0;
    for word in words {
        match index.next(state, *word) {
            Some(next) => state = next,
            None => return Vec::new(),
        }
    }
    index
        .entries(index.node(state))
        .filter(|e| e.list == List::Currencies)
        .map(|e| (e.row, e.variant))
        .collect()
}

/// The multiplier that a single word is.
fn multiplier_of(index: &Index, hash: u64) -> Option<(u32, Decimal)> {
    let node = index.next(0, hash)?;
    index
        .entries(index.node(node))
        .filter(|e| e.list == List::MoneyWords)
        .find_map(|e| word(e.row).filter(|w| w.role == Role::Multiplier).map(|w| (e.row, w.value)))
}

/// Where a word of letters and figures is cut: after the sign, and before the multiplier if there is one.
///
/// `None` where it doesn't begin with a sign or a code of a currency.
pub(super) fn cut_glued(index: &Index, word: &str) -> Option<(usize, usize)> {
    let first = word.find(|c: char| c.is_ascii_digit())?;
    let last = word.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (sign, figures, rest) = (&word[..first], &word[first..last], &word[last..]);
    if sign.is_empty() || sign.len() > 5 || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let is_sign = if sign.len() == 1 {
        sign.bytes().all(|b| b.is_ascii_uppercase())
    } else {
        sign.chars().any(|c| c.is_alphabetic())
    };
    if !is_sign || currency_rows(index, &[hash_of(sign)]).is_empty() {
        return None;
    }
    (rest.is_empty() || multiplier_of(index, hash_of(rest)).is_some()).then_some((first, last))
}

/// Whether a word is a multiplier's letter glued to a code: `MEUR`, `kUSD`.
pub(super) fn cut_multiplied_code(index: &Index, word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['M', 'm', 'K', 'k'])
        && word[1..].bytes().all(|b| b.is_ascii_uppercase())
        && currency_rows(index, &[hash_of(&word[1..])]).iter().any(|(_, v)| *v == Variant::Acronym)
}

/// The pieces of tokens `from..to`.
pub(super) fn pieces(reading: &Reading, from: usize, to: usize) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(to - from + 8);
    let mut at = from;
    while at < to {
        let token = &reading.tokens[at];
        let (start, end) = (token.start as usize, token.end as usize);
        let piece = |start: usize, end: usize, gap: Gap, kind: Kind, hash: u64, token_end: usize| Piece {
            token: at,
            token_end,
            start,
            end,
            gap,
            kind,
            hash,
            number: None,
            multiplier: None,
            minor: None,
            counts: false,
        };
        let text = &reading.text[start..end];
        match token.shape {
            Shape::Mark | Shape::Possessive => {
                out.push(piece(start, end, token.gap, Kind::Mark(token.mark), token.hash, at + 1));
            }
            Shape::Number if text.as_bytes()[0].is_ascii_digit() => {
                out.push(piece(start, end, token.gap, Kind::Digits, token.hash, at + 1));
                join_broken(&mut out);
            }
            Shape::Number => out.push(piece(start, end, token.gap, Kind::Word, token.hash, at + 1)),
            _ => {
                if let Some((whole, end, token_end)) = over_line_end(reading, at, to) {
                    out.push(piece(start, end, token.gap, Kind::Word, whole, token_end));
                    at = token_end;
                    continue;
                }
                // `N1.4bn`, `190M.`: a lone letter keeps its full stop in the token
                let stop = token.shape == Shape::Initial && text.ends_with('.');
                let text = text.trim_end_matches('.');
                let after_figures =
                    token.gap == Gap::Glued && out.last().is_some_and(|p| p.kind == Kind::Digits);
                if let Some((first, last)) = cut_glued(&reading.index, text) {
                    let sign = &text[..first];
                    out.push(piece(start, start + first, token.gap, Kind::Word, hash_of(sign), at + 1));
                    out.push(piece(start + first, start + last, Gap::Glued, Kind::Digits, 0, at + 1));
                    if last < text.len() {
                        let rest = hash_of(&text[last..]);
                        out.push(piece(
                            start + last,
                            start + text.len(),
                            Gap::Glued,
                            Kind::Word,
                            rest,
                            at + 1,
                        ));
                    }
                    if stop {
                        out.push(piece(end - 1, end, Gap::Glued, Kind::Mark('.'), 0, at + 1));
                    }
                } else if cut_multiplied_code(&reading.index, text) {
                    out.push(piece(start, start + 1, token.gap, Kind::Word, hash_of(&text[..1]), at + 1));
                    out.push(piece(start + 1, end, Gap::Glued, Kind::Word, hash_of(&text[1..]), at + 1));
                } else if stop && after_figures {
                    out.push(piece(start, end - 1, token.gap, Kind::Word, hash_of(text), at + 1));
                    out.push(piece(end - 1, end, Gap::Glued, Kind::Mark('.'), 0, at + 1));
                } else {
                    out.push(piece(start, end, token.gap, Kind::Word, token.hash, at + 1));
                }
            }
        }
        at += 1;
    }
    values(reading, &mut out);
    out
}

/// Joins the figures just pushed to those before a separator that the tokens don't join: those of a glued word
/// (`N1` `.` `4`), and over a curly apostrophe (`1’250`).
fn join_broken(out: &mut Vec<Piece>) {
    if let [.., whole, separator, tail] = out.as_slice()
        && whole.kind == Kind::Digits
        && match separator.kind {
            Kind::Mark('’') => tail.end - tail.start == 3,
            Kind::Mark(',' | '.' | '\'') => {
                separator.end == separator.start + 1
                    && out.len() > 3
                    && out[out.len() - 4].token == whole.token
            }
            _ => false,
        }
        && separator.gap == Gap::Glued
        && tail.gap == Gap::Glued
    {
        let (end, token_end) = (tail.end, tail.token_end);
        out.truncate(out.len() - 2);
        let whole = out.last_mut().expect("the figures before the separator");
        (whole.end, whole.token_end) = (end, token_end);
    }
}

/// A word broken by a hyphen at a line end: the hash of the whole, its last byte, one past its last token.
pub(super) fn over_line_end(reading: &Reading, at: usize, to: usize) -> Option<(u64, usize, usize)> {
    let [word, hyphen, rest] = reading.tokens.get(at..(at + 3).min(to))? else { return None };
    let broken = hyphen.shape == Shape::Mark
        && is_hyphen(hyphen.mark)
        && hyphen.gap == Gap::Glued
        && rest.gap == Gap::Line
        && word.is_word()
        && rest.shape == Shape::Lower;
    broken.then(|| {
        let whole = [reading.cut(at, at + 1), reading.cut(at + 2, at + 3)].concat();
        (hash_of(&whole), rest.end as usize, at + 3)
    })
}

/// Fills in what the list of money words says of each piece.
fn values(reading: &Reading, out: &mut [Piece]) {
    let index = &reading.index;
    for i in 0..out.len() {
        let piece = &out[i];
        if whole_token(reading, piece) {
            for hit in reading.hits_at(piece.token).iter().filter(|h| h.list == List::MoneyWords) {
                let len = out[i..].iter().take_while(|p| p.token < hit.end as usize).count();
                value(out, i, len, hit.row);
            }
        } else if out[i].kind == Kind::Word
            && let Some(node) = index.next(0, out[i].hash)
        {
            for entry in index.entries(index.node(node)).filter(|e| e.list == List::MoneyWords) {
                value(out, i, 1, entry.row);
            }
        }
    }
}

/// Whether a piece is one token and no less.
pub(super) fn whole_token(reading: &Reading, piece: &Piece) -> bool {
    let token = &reading.tokens[piece.token];
    piece.token_end == piece.token + 1
        && token.start as usize == piece.start
        && token.end as usize == piece.end
}

/// Notes a row of the list of money words at a piece, where it is longer than what is there.
fn value(out: &mut [Piece], at: usize, len: usize, row: u32) {
    let Some(Word { role, value }) = word(row) else { return };
    let slot = match role {
        Role::Number => &mut out[at].number,
        Role::Multiplier => &mut out[at].multiplier,
        Role::Minor => &mut out[at].minor,
    };
    if slot.is_none_or(|old| old.len < len) {
        *slot = Some(Value { len, value, row });
    }
    if role != Role::Minor {
        for covered in &mut out[at..at + len] {
            covered.counts = true;
        }
    }
}
