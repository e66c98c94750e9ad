//! How much speaks for each dated line: its title, what stands around it, how often its way recurs.
//!
//! Candidates come in, drafts of headings with a score go out; `choose` takes those that suffice.

use super::around::{header, loose_above, loose_below, one_line_title, sides, title_span};
use super::candidate::{Candidate, Kind};
use super::date::{Form, begins_with_clock, date_at};
use super::habit::{Habit, Recurrence, section_above};
use super::joint::Joint;
use super::line::{LineKind, Page};
use super::piece::{Piece, piece};
use super::title::{breaks_off, goes_on, is_generic, is_sentence};
use crate::document::Span;

/// A heading of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub(super) date: Candidate,
    /// First and last line of the heading.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) title: Option<Span>,
    pub(super) score: i32,
    /// Dated lines of the same kind stand right above or below: a programme, a list of links.
    pub(super) in_run: bool,
}

/// A draft of a heading for each candidate, those of one heading taken together.
pub(super) fn drafts(page: &Page, candidates: &[Candidate]) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::with_capacity(candidates.len());
    let habit = Habit::new(page, candidates);
    let recurrence = Recurrence::new(candidates);
    for (i, c) in candidates.iter().enumerate() {
        let heading = match c.kind {
            Kind::DateLine => {
                // `Updated:` under `Published:` is the same heading.
                if let Some(h) = out.last().filter(|h| {
                    h.date.kind == Kind::DateLine && (h.date.line + 1 == c.line || h.last >= c.line)
                }) {
                    // `Statement of the Council, 3 May 2021` over a date of its own is a title.
                    if h.date.before != Some(Piece::Name) || c.before == Some(Piece::Name) {
                        continue;
                    }
                    out.pop();
                }
                date_line(page, candidates, i, habit, &recurrence)
            }
            _ => one_line(page, candidates, i, &recurrence),
        };
        out.push(heading);
    }
    out
}

fn date_line(
    page: &Page,
    candidates: &[Candidate],
    i: usize,
    habit: Habit,
    recurrence: &Recurrence,
) -> Heading {
    let c = candidates[i];
    let mut header = header(page, &c);
    let (mut a, mut b) = sides(page, candidates, i, habit.stacks);
    // `Update` or `The dam is open.` where the other titles stand.
    if habit.sure && habit.up && a.is_none() {
        a = loose_above(page, candidates, i, header.top);
    } else if habit.sure && !habit.up && b.is_none() {
        b = loose_below(page, candidates, i, header.bottom);
    }
    // A reference or section right above the date opens the heading.
    let above = header
        .top
        .checked_sub(1)
        .filter(|&l| page.is_text(l) && b.is_some())
        .map(|l| {
            let start = page.block_start(l);
            let generic = (start..=l).all(|i| is_generic(page.str(i)));
            if generic { start } else { l }
        })
        .filter(|&l| page.starts_block(l));
    if let Some(line) = above
        && (is_generic(page.str(line))
            || habit.sections && section_above(page, &c, |s| s.split_whitespace().count() <= 3))
    {
        header.top = line;
        a = None;
    }
    let title = if habit.up { a.or(b) } else { b.or(a) };
    // A date stuck to a title wins over one that stands apart from it.
    let title = match (a, b) {
        (Some(a), Some(b)) if a.near != b.near => Some(if a.near { a } else { b }),
        _ => title,
    };
    let (mut first, mut last) = (header.top, header.bottom);
    let mut score = 0;
    let title = match (header.title, title) {
        (Some(span), _) => {
            score += 4;
            Some(span)
        }
        (None, Some(lines)) => {
            first = first.min(lines.top);
            last = last.max(lines.last);
            score += if lines.near { 3 } else { 2 };
            score += i32::from(page.text[page.lines[lines.first].start..].starts_with(['#', '*']));
            Some(title_span(page, lines))
        }
        (None, None) => None,
    };
    // `Last updated: 3 May 2031` at the end of the page.
    let apart = first == c.line
        || title.is_none()
        || header.title.is_none() && page.lines[c.line - 1].kind == LineKind::Blank;
    let ends_page = page.text_after(c.line.max(last)).is_none() && c.before == Some(Piece::DateLabel);
    score -= if apart && ends_page { 6 } else { 0 };
    score += i32::from(c.raw.has_year()) + i32::from(!c.raw.has_year() && c.raw.from.weekday > 0);
    score +=
        i32::from(c.before == Some(Piece::DateLabel)) + i32::from(c.marks.heading > 0 || c.marks.emphasis);
    score += if page.starts_block(first) { 1 } else { 0 };
    score += match page.text_after(last) {
        Some(next) if page.lines[next].kind == LineKind::Text => 1,
        _ => -2,
    };
    score -= match c.before {
        Some(Piece::Masthead) => 3,
        Some(Piece::Name) => 1,
        _ => 0,
    };
    score -= if c.marks.bullet && !c.labelled { 4 } else { 0 };
    // `It was signed on`, `3 May 2020`, `by the mayor`: a date alone on its line, but in a sentence.
    let inside = !c.labelled
        && header.bottom == c.line
        && page.is_text(c.line + 1)
        && page.str(c.line + 1).starts_with(char::is_lowercase)
        || c.line > 0
            && page.is_text(c.line - 1)
            && (breaks_off(page.str(c.line - 1)) || page.wrapped && opens_bracket(page.str(c.line - 1)))
            && (page.wrapped || !page.starts_block(c.line - 1));
    // `until 31`, `December 2025.`: the end of a paragraph that was broken into lines.
    let tail = page.wrapped
        && !page.starts_block(c.line)
        && page.str(c.line).ends_with('.')
        && !page.str(c.line - 1).ends_with(['.', '!', '?', ':', '”', '"']);
    // A programme: the hours of the day follow.
    let programme = page
        .text_after(c.line)
        .is_some_and(|l| begins_with_clock(page.str(l)) && date_at(page.text, page.lines[l].start).is_none());
    score -= if programme { 8 } else { 0 };
    score -= if inside || tail { 10 } else { 0 };
    score += recurrence.of(&c).min(if title.is_some() { 2 } else { 1 });
    Heading { date: c, first, last, title, score, in_run: false }
}

fn one_line(page: &Page, candidates: &[Candidate], i: usize, recurrence: &Recurrence) -> Heading {
    let c = candidates[i];
    let (title, last) = one_line_title(page, &c);
    let words = title.map_or("", |t| page.slice(t));
    let mut score = i32::from(c.raw.has_year() || c.raw.from.weekday > 0);
    score += if c.joint == Joint::Strong { 2 } else { 0 };
    score += break_before(page, c.line);
    score += i32::from(c.marks.heading).min(1) * 2 + i32::from(c.marks.emphasis);
    score += match (c.sentence, words.len()) {
        (false, 0..=300) => 1,
        (false, _) => -2,
        (true, 0..=160) => -1,
        (true, _) => -3,
    };
    score += match page.text_after(last) {
        Some(next) if page.lines[next].kind == LineKind::Text => 1,
        _ => 0,
    };
    let dated = |line: usize| {
        let at = candidates.binary_search_by_key(&line, |o| o.line);
        at.is_ok_and(|n| candidates[n].kind == c.kind)
    };
    let in_run = dated(last + 1) || c.line > 0 && dated(c.line - 1);
    let prose = c.kind == Kind::PlaceFirst && (c.sentence || runs_on(page, &c));
    score -= if prose { 10 } else { 0 };
    score -= if c.marks.bullet { 2 } else { 0 };
    score -= if in_list(page, &c) { 5 } else { 0 };
    if !c.sentence || c.joint == Joint::Strong {
        score += recurrence.of(&c);
    }
    score -= match c.kind {
        Kind::OneLine => 0,
        _ => 1,
    };
    score -=
        if matches!(c.raw.form, Form::Year | Form::NumericMonth) && c.marks.heading == 0 { 1 } else { 0 };
    Heading { date: c, first: reference_above(page, c.line), last, title, score, in_run }
}

/// The first line of the block where all above line `i` in it is a reference: `45/2031`.
fn reference_above(page: &Page, i: usize) -> usize {
    let start = page.block_start(i);
    let reference = |l: usize| piece(page.str(l)) == Piece::Reference;
    if i - start <= 2 && (start..i).all(reference) { start } else { i }
}

/// Whether a bracket that opens on the line does not close on it.
fn opens_bracket(line: &str) -> bool {
    line.rfind('(').is_some_and(|open| !line[open..].contains(')'))
}

/// Whether a line of a wrapped page runs on into a paragraph.
fn runs_on(page: &Page, c: &Candidate) -> bool {
    let next = c.line + 1;
    let block = c.raw.span.end..page.lines[page.block_end(c.line)].end;
    page.wrapped
        && page.is_text(next)
        && goes_on(page.text, page.span(c.line), page.span(next), page.width)
        && is_sentence(&page.text[block])
}

/// How well the line stands apart from what is before it.
fn break_before(page: &Page, i: usize) -> i32 {
    let Some(before) = page.text_before(i) else {
        return 2;
    };
    // After `Related news:` a list follows, no heading.
    let lead = page.str(before);
    if lead.ends_with(':') && lead.len() <= 60 && page.is_text(before) && !lead.starts_with('#') {
        return -2;
    }
    if page.starts_block(i) {
        return 2;
    }
    let ends = page.str(before).ends_with(['.', '!', '?', '”', '"', ')']);
    match (page.wrapped, ends) {
        (false, _) => 1,
        (true, true) => 0,
        (true, false) => -3,
    }
}

/// Whether a bulleted line stands among other bulleted lines.
fn in_list(page: &Page, c: &Candidate) -> bool {
    let bulleted = |i: Option<usize>| {
        i.filter(|i| i.abs_diff(c.line) <= 2).is_some_and(|i| {
            page.is_text(i)
                && page.str(i).starts_with(['•', '*', '-', '–', '+', '●', '▪', '○', '►'])
                && !page.str(i).starts_with("**")
        })
    };
    c.marks.bullet && (bulleted(page.text_before(c.line)) || bulleted(page.text_after(c.line)))
}
