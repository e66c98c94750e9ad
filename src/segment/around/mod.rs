//! The lines around a date line: where its header begins and ends, and its title above or below.
//!
//! `header` takes the labelled lines and bylines, `above` and `below` look for the title on either
//! side, `stack` knows what the page has beside its titles as a habit.

mod above;
mod below;
mod header;
mod stack;

pub(super) use above::loose_above;
pub(super) use below::{loose_below, one_line_title, title_end};
pub(super) use header::{header, is_aside_label};
pub(super) use stack::{Stacks, stacks, tags_below};

use super::candidate::{Candidate, Kind};
use super::date::{begins_with_clock, date_at};
use super::line::Page;
use super::piece::{Piece, is_furniture};
use super::title::{is_generic, is_link, is_paragraph, is_sentence};
use super::title_text::unmarked;
use crate::document::Span;
use above::above;
use below::below;

/// A title that stands on lines of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitleLines {
    /// The line that the heading begins on: a section's name or reference over the title.
    pub(super) top: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    /// No blank line between it and the date.
    pub(super) near: bool,
}

/// Most lines a title is broken over.
const MOST_LINES: usize = 4;

/// Longest line that is a title for nothing but its place, in bytes.
const LONGEST_LOOSE: usize = 140;

/// The titles above and below a date line's header.
pub(super) fn sides(
    page: &Page,
    candidates: &[Candidate],
    i: usize,
    stacks: Stacks,
) -> (Option<TitleLines>, Option<TitleLines>) {
    let header = header(page, &candidates[i]);
    // A title may end in a date of its own.
    let before = candidates[..i]
        .iter()
        .rev()
        .find(|c| !(matches!(c.kind, Kind::TitleFirst | Kind::PlaceFirst) || c.before == Some(Piece::Name)));
    let floor = before.map(|c| c.line).filter(|&l| l < header.top);
    // `Hearings, week of 6 June` below a full date is a title.
    let is_title = |c: &Candidate| {
        c.kind == Kind::TitleFirst
            || c.kind == Kind::PlaceFirst && !c.sentence && candidates[i].kind == Kind::DateLine
            || c.before == Some(Piece::Name) && !c.raw.has_year() && candidates[i].raw.has_year()
    };
    let next = || candidates[i + 1..].iter().take(8).filter(|c| !is_title(c));
    let is_date_line = |line: usize| next().any(|c| c.line == line && c.kind == Kind::DateLine);
    let is_heading = |t: &TitleLines| !next().any(|c| (t.first..=t.last).contains(&c.line));
    let up = above(page, header.top, floor, stacks)
        .filter(|t| !is_aside_label(page, t.last))
        .filter(|t| !is_generic(page.slice(title_span(page, *t))))
        .filter(|t| {
            // A quotation over its speaker and day.
            let words = page.slice(title_span(page, *t));
            candidates[i].before != Some(Piece::Name)
                || !(is_sentence(words) && words.starts_with(['“', '"', '‘', '«']))
        });
    (up, below(page, header.bottom, stacks.tags_below, is_date_line).filter(is_heading))
}

/// The span of a title on lines of its own, marks aside.
pub(super) fn title_span(page: &Page, lines: TitleLines) -> Span {
    unmarked(page.text, Span { start: page.lines[lines.first].start, end: page.lines[lines.last].end })
}

pub(super) fn is_loose_title(page: &Page, others: &[Candidate], line: usize) -> bool {
    let text = page.str(line);
    let dated = others.iter().any(|c| c.line == line && matches!(c.kind, Kind::DateLine | Kind::OneLine));
    text.len() <= LONGEST_LOOSE
        && text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '#')
        })
        && !is_paragraph(text)
        && !is_link(text)
        && !is_furniture(text)
        && !begins_with_clock(text)
        && !is_aside_label(page, line)
        && !dated
}

pub(super) fn begins_with_date(page: &Page, i: usize) -> bool {
    let line = page.lines[i];
    line.digit && date_at(&page.text[..line.end], line.start).is_some_and(|d| d.from.day > 0)
}
