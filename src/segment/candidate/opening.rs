//! Lines that open with their date: `3 May 2021: Title`, `3 May 2021 | Vienna`, a date alone.
//!
//! The date comes in with what stands before it; out goes the candidate, or none where what follows
//! the date is no part of a heading.

use super::super::date::{Form, RawDate, after_date, clock_at};
use super::super::joint::{Joint, bracket_end, joint};
use super::super::line::Page;
use super::super::marks::Marks;
use super::super::piece::{Piece, is_aside, piece};
use super::super::title::is_sentence;
use super::super::title_text::trim_title;
use super::{Candidate, Kind, SHORT};
use crate::document::Span;

/// Longest remark behind a comma after a labelled date.
const REMARK: usize = 40;
/// Longest line that may be a heading.
const LONGEST: usize = 420;

/// A line that starts with its date; `before` is what kind of piece precedes it all the same.
pub(super) fn date_first(
    page: &Page,
    i: usize,
    raw: RawDate,
    marks: Marks,
    before: Option<Piece>,
) -> Option<Candidate> {
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let base = Candidate {
        line: i,
        kind: Kind::DateLine,
        raw,
        marks,
        joint: Joint::Space,
        colon: false,
        before,
        labelled: false,
        title: None,
        sentence: false,
    };
    let behind = after_date(text, raw.span.end);
    let (joint, colon, rest) =
        joint(text, bracket_end(text, line.start, raw.span.start, behind).unwrap_or(behind));
    let title = trim_title(page.text, Span { start: rest, end: line.end });
    if !has_words(page, title) {
        // A lone year heads a section and a lone `7/2021` is too little.
        return (raw.form != Form::Year || before == Some(Piece::DateLabel)).then_some(base);
    }
    let words = page.slice(title);
    if !colon && is_aside(words) {
        return Some(base);
    }
    // `Friday, 6 June: 9:30 a.m. – 1:15 p.m.` is a line of a programme.
    if clock_at(text, title.start).is_some_and(|end| after_date(text, end) >= title.end || end >= title.end) {
        return None;
    }
    let vague = matches!(raw.form, Form::Year | Form::NumericMonth);
    let lower =
        words.starts_with(char::is_lowercase) && !words.chars().nth(1).is_some_and(char::is_uppercase);
    // `Posted by Ana Brill on 3 May 2021, closes 20 May`
    let posted = before == Some(Piece::DateLabel)
        && (joint == Joint::Strong && line.len() > SHORT || joint == Joint::Comma && words.len() <= REMARK);
    // `filed 3 May 2021 from Orlo`
    let sent =
        ["from ", "at "].iter().any(|w| words.strip_prefix(w).is_some_and(|p| piece(p) == Piece::Name));
    if (posted || before == Some(Piece::DateLabel) && sent) && !vague {
        return Some(base);
    }
    if line.len() > LONGEST || joint != Joint::Strong && (vague || lower) || vague && lower {
        return None;
    }
    Some(Candidate {
        kind: Kind::OneLine,
        joint,
        colon,
        title: Some(title),
        sentence: is_sentence(words)
            && !in_capitals(words)
            && !(joint == Joint::Comma && is_stopped_place(words)),
        ..base
    })
}

/// Line `i` as one whose date was found in another way; what stands before it is given.
pub(in crate::segment) fn dated_line(
    page: &Page,
    i: usize,
    raw: RawDate,
    marks: Marks,
    before: Piece,
) -> Option<Candidate> {
    date_first(page, i, raw, marks, Some(before))
}

/// `GRADE PROMOTIONS.`: capitals that end in a full stop are no sentence.
fn in_capitals(words: &str) -> bool {
    words.len() <= SHORT && !words.contains(". ") && !words.contains(char::is_lowercase)
}

/// `3 May 2031, Orlo.`: a place that ends in a full stop.
fn is_stopped_place(words: &str) -> bool {
    words.split_whitespace().count() <= 3 && piece(words.trim_end_matches('.')) == Piece::Name
}

/// Whether the stretch has a letter or digit.
pub(super) fn has_words(page: &Page, span: Span) -> bool {
    span.start < span.end && page.slice(span).contains(char::is_alphanumeric)
}

/// The offset behind a date, its clock time and what joins it to the words behind.
pub(in crate::segment) fn after_joint(text: &str, at: usize) -> usize {
    joint(text, after_date(text, at)).2
}
