//! Lines that may date an item, each read on its own.
//!
//! A line comes in; out goes the date it has, what part of a heading it would be and how it is
//! written. `opening` reads what follows a date at the start, `inside` what stands around one further on.
//! Nothing is decided here: a table row or a caption may pass, `choose` looks at the page.

mod inside;
mod opening;

pub(super) use opening::{after_joint, dated_line};

use super::date::{Form, RawDate, date_at, find_date};
use super::joint::{Joint, skip_joint};
use super::label::{LabelKind, labelled};
use super::line::Page;
use super::marks::{Marks, marks};
use super::names::{is_dash, is_space, skip_space, word_at};
use super::piece::Piece;
use super::title::{is_caption, is_generic, is_sentence, reads_as_title};
use crate::document::Span;
use inside::{Inside, date_inside};
use opening::date_first;

/// What part of a heading a dated line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Date, then title: `30 July 2021: Title`.
    OneLine,
    /// The date alone or with a label: the title stands above or below.
    DateLine,
    /// `Vienna, 30 July 2021 – Title`: a heading here, the opening of a body there.
    PlaceFirst,
    /// Title, then date: `Title (30 July 2021)`.
    TitleFirst,
}

/// A line with a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) line: usize,
    pub(super) kind: Kind,
    pub(super) raw: RawDate,
    pub(super) marks: Marks,
    pub(super) joint: Joint,
    /// The joint has a colon.
    pub(super) colon: bool,
    /// What stands before the date on its line.
    pub(super) before: Option<Piece>,
    /// The label before it ends in a colon: `Date:`.
    pub(super) labelled: bool,
    /// The title on the line itself.
    pub(super) title: Option<Span>,
    /// The title reads as running text.
    pub(super) sentence: bool,
}

/// Longest line that is searched for a date which does not stand at its start.
const SHORT: usize = 220;

/// Reads line `i`; `None` where it has no date in a place where a heading has one.
pub(super) fn candidate(page: &Page, i: usize) -> Option<Candidate> {
    let line = page.lines[i];
    if !line.digit || !line.is_text() {
        return None;
    }
    let text = &page.text[..line.end];
    let (mut marks, at) = marks(text, line.start, |p| begins_date(text, p));
    // `– 3 May 2021 –`
    marks.bullet &= !text.ends_with(is_dash);
    // A lone bullet is drawn before a heading and makes no list.
    marks.bullet &= !over_title(page, i);
    let framed = at > line.start && text[..at].trim_end_matches(is_space).ends_with("||");
    if marks.foreign || !framed && is_table_row(page.str(i)) || is_caption(page.str(i)) {
        return None;
    }
    let open = at + usize::from(text[at..].starts_with(['[', '(']));
    let range = skip_from(text, open);
    let range = date_at(text, range).filter(|d| d.to.is_some() && range > open);
    if let Some(raw) = range.or_else(|| date_at(text, open)) {
        // `12/2031 · 3 May 2031` counts the releases of a year.
        let counted = raw.form == Form::NumericMonth
            && date_at(text, skip_joint(text, raw.span.end)).is_some_and(|d| d.from.day > 0 && d.has_year());
        if counted {
            let from = skip_joint(text, raw.span.end);
            let day = date_at(text, from)?;
            return date_first(page, i, day, marks, Some(Piece::Reference));
        }
        let first = date_first(page, i, raw, marks, None);
        // `2030 Agenda: a report (3 May 2021)`
        if first.is_some() || raw.form != Form::Year {
            return first;
        }
    }
    // Behind `Last updated: 3 May 2021 //` the first paragraph may follow.
    let label = || labelled(page.text, line.start, line.end).filter(|l| l.kind == LabelKind::Date);
    if line.len() > SHORT && label().is_none_or(|l| date_at(text, l.value.0).is_none()) {
        return None;
    }
    // `Trains from May 2018 (3 March 2018)`: the first date may be part of the title.
    let mut p = at;
    for _ in 0..3 {
        let (from, raw) = find_date(text, p)?;
        let inside = Inside { at, from, raw, marks };
        if let Some(found) = date_inside(page, i, inside) {
            // `Elections of 14 May 2017: results (3 June 2017)`
            let last = (found.kind == Kind::PlaceFirst).then(|| find_date(text, raw.span.end)).flatten();
            let ends = last
                .and_then(|(from, raw)| date_inside(page, i, Inside { at, from, raw, marks }))
                .filter(|c| c.kind == Kind::TitleFirst && c.joint == Joint::Strong)
                .filter(|c| c.raw.has_year() || !found.raw.has_year());
            return Some(ends.unwrap_or(found));
        }
        p = raw.span.end;
    }
    None
}

/// The offset behind `From`, which may open a range.
fn skip_from(text: &str, at: usize) -> usize {
    let first = text.as_bytes().get(at).map(u8::to_ascii_lowercase);
    if !matches!(first, Some(b'f' | b'b' | b'd' | b'v')) {
        return at;
    }
    match word_at(text, at) {
        Some(w) if matches!(w.as_str(), "from" | "between" | "du" | "vom" | "del") => skip_space(text, w.end),
        _ => at,
    }
}

/// Whether a date begins here and no number of a list: `30. July`, but not `1. July 30, 2021`.
fn begins_date(text: &str, at: usize) -> bool {
    let Some(raw) = date_at(text, at) else {
        return false;
    };
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let month_only = raw.form == Form::NumericMonth && text[at + digits..].starts_with(". ");
    let numbered = month_only
        || !raw.has_year()
            && text[at + digits..].starts_with(". ")
            && date_at(text, at + digits + 2).is_some_and(|d| d.has_year() && d.from.day > 0);
    !numbered
}

/// Whether the line opens a block whose only other line is a title, or the only one above its text.
pub(super) fn over_title(page: &Page, i: usize) -> bool {
    let body = || is_sentence(page.str(i + 2)) && page.str(i + 2).starts_with(char::is_uppercase);
    page.starts_block(i)
        && page.is_text(i + 1)
        && (page.block_end(i) == i + 1 || !page.wrapped && body())
        && reads_as_title(page.str(i + 1))
        && !is_generic(page.str(i + 1))
}

/// Two tabs, three bars or two wide gaps: a row of a table.
fn is_table_row(line: &str) -> bool {
    if line.len() > SHORT {
        return false;
    }
    let bars = line.bytes().filter(|&b| b == b'|').count();
    let tabs = line.bytes().filter(|&b| b == b'\t').count();
    let gaps = line.split("   ").filter(|s| !s.trim().is_empty()).count();
    bars >= 3 || tabs >= 2 || gaps >= 4
}
