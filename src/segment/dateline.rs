//! The dateline that opens a body: `BRUSSELS, 12 May 2018 –`, `Kabul (3 June 2011):`.
//!
//! It dates an item whose heading does not; on a page of such items it tells where they begin.

use super::date::{Form, RawDate, date_at};
use super::line::Page;
use super::marks::marks;
use super::names::is_dash;
use super::piece::{Piece, piece};

/// How far into a line a dateline's date may stand, in bytes.
const REACH: usize = 90;

/// The date of the dateline that line `i` opens with.
pub(super) fn dateline(page: &Page, i: usize) -> Option<RawDate> {
    let line = page.lines[i];
    if !line.digit || !line.is_text() {
        return None;
    }
    let text = &page.text[..line.end];
    if marks(text, line.start, |_| false).0.bullet {
        return None;
    }
    let mut starts = text[line.start..].char_indices().take_while(|&(p, _)| p <= REACH);
    let mut before = ' ';
    let (from, raw) = starts.find_map(|(p, c)| {
        let at_word = !before.is_alphanumeric() && c.is_alphanumeric();
        before = c;
        if !at_word {
            return None;
        }
        let at = line.start + p;
        date_at(text, at)
            .filter(|d| !matches!(d.form, Form::Year | Form::NumericMonth | Form::Month))
            .map(|d| (at, d))
    })?;
    let place = text[line.start..from].trim_matches(|c: char| !c.is_alphabetic());
    let named =
        place.is_empty() && from - line.start <= 2 || !place.is_empty() && is_place(&text[line.start..from]);
    (named && closes(&text[raw.span.end..])).then_some(raw)
}

fn is_place(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || is_dash(c) || matches!(c, ',' | '(' | '/' | '|' | '.' | ':')
    });
    matches!(piece(text), Piece::Name | Piece::Reference)
}

/// Whether the dateline is closed by a dash, colon or bracket, an agency's name before it allowed.
fn closes(rest: &str) -> bool {
    if is_agency(rest) {
        return true;
    }
    let mut depth = false;
    for (i, c) in rest.char_indices().take(48) {
        match c {
            '(' | '/' | '[' => depth = true,
            ')' if i == 0 => return true,
            ')' | ']' => depth = false,
            ':' | '|' => return true,
            c if is_dash(c) => return true,
            c if depth || c.is_whitespace() || c == ',' => {}
            '.' if i == 0 => return true,
            _ => return false,
        }
    }
    false
}

/// Whether an agency's letters in brackets close the dateline: ` (PR) The dam`, ` /APA/ The dam`.
fn is_agency(rest: &str) -> bool {
    let rest = rest.trim_start();
    let Some((open, close)) =
        [('(', ')'), ('/', '/'), ('[', ']')].into_iter().find(|s| rest.starts_with(s.0))
    else {
        return false;
    };
    let Some((name, body)) = rest[open.len_utf8()..].split_once(close) else {
        return false;
    };
    let letters = name.len() <= 12 && name.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '/' | ' '));
    letters
        && name.len() > 1
        && body.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str) -> bool {
        dateline(&Page::new(text), 0).is_some()
    }

    #[test]
    fn finds_datelines() {
        assert!(has("ORLO, 12 May 2018 – The dam was opened."));
        assert!(has("Orlo (3 June 2011): The dam was opened."));
        assert!(has("ORLO, Fenland, May 3, 2020 /Wire/ -- The dam was opened."));
        assert!(has("Orlo, May 12, 2018 (ON) The dam was opened."));
        assert!(has("12 May 2018 – The dam was opened."));
    }

    #[test]
    fn leaves_dates_in_a_sentence() {
        assert!(!has("The dam of Orlo was opened on 12 May 2018 – at last."));
        assert!(!has("Orlo, 12 May 2018 (Monday) The dam was opened."));
        assert!(!has("Orlo, 12 May 2018 was a day of rain."));
        assert!(!has("Orlo, 12 May 2018"));
    }
}
