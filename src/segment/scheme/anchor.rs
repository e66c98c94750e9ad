//! Dates that a heading may have: where they stand on their lines.

use super::super::date::{Form, RawDate, after_date, date_at, find_date};
use super::super::joint::bracket_end;
use super::super::label::{LabelKind, labelled};
use super::super::line::Page;
use super::super::marks::marks;
use super::super::names::{is_dash, is_space, month, weekday, word_at};
use super::super::piece::{Piece, piece};
use super::super::title::is_sentence;
use crate::document::Span;

/// Where a date stands on its line, labels and marks aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Alone,
    Start,
    End,
    Middle,
}

impl Place {
    /// Every place in order, with its name in the table of weights.
    pub(super) const ALL: [(Place, &'static str); 4] =
        [(Place::Alone, "alone"), (Place::Start, "start"), (Place::End, "end"), (Place::Middle, "middle")];
}

/// A date on a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) line: usize,
    /// The last line of the date: `12`, `MAY`, `2021` may stand one below the other.
    pub(super) last: usize,
    pub(super) raw: RawDate,
    pub(super) place: Place,
    /// What stands before and behind the date, joints left out.
    pub(super) before: Span,
    pub(super) behind: Span,
    /// The line is running text.
    pub(super) prose: bool,
}

/// How far into a line a date may stand, in bytes.
const FAR_BYTES: usize = 160;

/// Longest label before a date, in bytes.
const LONGEST_LABEL: usize = 24;

/// The first date of each line, and the last where it ends the line.
pub(super) fn anchors(page: &Page) -> Vec<Anchor> {
    let mut out: Vec<Anchor> = Vec::new();
    for i in (0..page.lines.len()).filter(|&i| page.lines[i].digit && page.is_text(i)) {
        if out.last().is_some_and(|a| a.last >= i) {
            continue;
        }
        let line = page.lines[i];
        let text = &page.text[..line.end];
        if let Some(leaf) = leaf(page, i) {
            out.push(leaf);
            continue;
        }
        let (_, at) = marks(text, line.start, |p| date_at(text, p).is_some());
        let open = at + text[at..].len() - text[at..].trim_start_matches(['[', '(']).len();
        // a long line is searched at its start alone
        let mut window = line.end.min(line.start + 2 * FAR_BYTES);
        while !page.text.is_char_boundary(window) {
            window -= 1;
        }
        let first = match date_at(text, open) {
            Some(raw) => Some((open, raw)),
            None => find_date(&page.text[..window], at),
        };
        let Some((from, raw)) = first.filter(|f| f.0 - line.start <= FAR_BYTES) else { continue };
        let first = anchor(page, i, at, from, raw);
        // `Elections of 14 May 2017: results (3 June 2017)`
        let mut last = None;
        let mut p = raw.span.end;
        while let Some((from, raw)) = if line.len() <= 2 * FAR_BYTES { find_date(text, p) } else { None } {
            p = raw.span.end;
            last = Some((from, raw));
        }
        let last = last.map(|(from, raw)| anchor(page, i, at, from, raw)).filter(|a| a.place == Place::End);
        out.push(first);
        out.extend(last);
    }
    out
}

/// A date as on the leaf of a calendar: day, month and year or weekday on short lines of their own.
fn leaf(page: &Page, i: usize) -> Option<Anchor> {
    let short = |l: usize| page.is_text(l) && page.lines[l].len() <= 12;
    let first = if i > 0 && short(i - 1) && is_month(page.str(i - 1)) { i - 1 } else { i };
    let mut parts = Vec::new();
    let mut last = first;
    while parts.len() < 4 && short(last) && !page.str(last).contains(' ') {
        parts.push(page.str(last));
        last += 1;
    }
    let lone = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().any(|w| is_month(w)) || !parts.iter().any(|w| lone(w)) {
        return None;
    }
    // the most lines that are a date, a weekday among them
    (2..=parts.len()).rev().find_map(|n| {
        let joined = parts[..n].join(" ");
        let whole = |text: &str| date_at(text, 0).filter(|d| d.span.end == text.len());
        let raw = whole(&joined).or_else(|| {
            let rest = parts[..n]
                .iter()
                .filter(|w| word_at(w, 0).and_then(|w| weekday(w.as_str())).is_none())
                .copied();
            whole(&rest.collect::<Vec<_>>().join(" "))
        })?;
        let last = first + n - 1;
        let span = Span { start: page.lines[first].start, end: page.lines[last].end };
        let none = Span { start: span.end, end: span.end };
        let raw = RawDate { span, ..raw };
        (raw.from.day > 0).then_some(Anchor {
            line: first,
            last,
            raw,
            place: Place::Alone,
            before: none,
            behind: none,
            prose: false,
        })
    })
}

fn is_month(word: &str) -> bool {
    word_at(word, 0).is_some_and(|w| w.end == word.len() && month(w.as_str()).is_some())
}

fn anchor(page: &Page, i: usize, at: usize, from: usize, raw: RawDate) -> Anchor {
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let joint = |c: char| is_space(c) || is_dash(c) || ",.:;|/·•()[]*_<>«»#~'".contains(c);
    let before = text[at..from].trim_end_matches(joint);
    let before = Span { start: at, end: at + before.len() };
    let after = after_date(text, raw.span.end);
    let after = bracket_end(text, line.start, raw.span.start, after).unwrap_or(after);
    let behind = text[after..].trim_start_matches(joint);
    let behind = Span { start: line.end - behind.len(), end: line.end };
    let words = |s: Span| &page.text[s.start.min(s.end)..s.end];
    let labelled = labelled(page.text, line.start, line.end).is_some_and(|l| l.kind == LabelKind::Date);
    let none = before.start >= before.end
        || labelled
        || piece(words(before)) == Piece::DateLabel
        || before.end - before.start <= LONGEST_LABEL && text[before.end..from].contains(':');
    let open = behind.start >= behind.end || !words(behind).contains(char::is_alphanumeric);
    let place = match (none, open) {
        (true, true) => Place::Alone,
        (true, false) => Place::Start,
        (false, true) => Place::End,
        (false, false) => Place::Middle,
    };
    let stop = text.ends_with('.') && raw.form != Form::Year;
    let prose = match place {
        Place::Alone => false,
        Place::Start => is_sentence(words(behind)),
        Place::End => stop || is_sentence(words(before)),
        Place::Middle => is_sentence(words(Span { start: at, end: line.end })),
    };
    Anchor { line: i, last: i, raw, place, before, behind, prose }
}
