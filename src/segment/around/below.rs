//! The title below a date line, and how far down a title runs.

use super::super::candidate::{Candidate, Kind};
use super::super::date::begins_with_clock;
use super::super::line::{LineKind, Page};
use super::super::names::is_dash;
use super::super::title::{
    goes_on, is_generic, is_link, is_paragraph, is_section, is_sentence, is_short_sentence, reads_as_title,
};
use super::header::is_byline;
use super::stack::Tags;
use super::{MOST_LINES, TitleLines, begins_with_date, is_loose_title};
use crate::document::Span;

/// The title below line `bottom`, unless it belongs to a date line that follows it.
pub(super) fn below(
    page: &Page,
    bottom: usize,
    tags: Tags,
    is_date_line: impl Fn(usize) -> bool,
) -> Option<TitleLines> {
    let mut first = page.text_after(bottom)?;
    let mut near = first == bottom + 1;
    // The date may be underlined.
    if near && page.lines[first].kind == LineKind::Rule && page.str(first).starts_with(['=', '-']) {
        first = page.text_after(first)?;
        near = first == bottom + 2;
    }
    if !page.is_text(first) || first - bottom > 3 || is_date_line(first) {
        return None;
    }
    // `FINANCE` or `Press release` between date and title.
    let section = tags != Tags::Never
        && (tags == Tags::Always || is_section(page.str(first)) || is_generic(page.str(first)));
    // `Communiqué 12` right below the date, the title apart from both.
    let apart = page.text_after(first).filter(|&t| {
        (near && is_generic(page.str(first)) || tags == Tags::Always)
            && page.block_end(first) == first
            && t - first == 2
            && page.is_text(t)
    });
    if let Some(title) = apart.filter(|&t| {
        page.block_end(t) == t
            && (reads_as_title(page.str(t)) || is_short_sentence(page.str(t)))
            && !is_date_line(t)
    }) {
        return Some(TitleLines { top: title, first: title, last: title, near });
    }
    if near
        && section
        && page.is_text(first + 1)
        && reads_as_title(page.str(first + 1))
        && !is_date_line(first + 1)
    {
        first += 1;
    }
    let last = title_end(page, first);
    let glued = page.is_text(last + 1)
        && (page.wrapped || page.lines[last + 1].len() <= 80 || !is_sentence(page.str(last + 1)));
    if page.is_text(last + 1) && is_date_line(last + 1) || !near && glued {
        return None;
    }
    let span = Span { start: page.lines[first].start, end: page.lines[last].end };
    let limit = if near { 280 } else { 200 };
    let alone = near && first == last && !page.is_text(last + 1);
    // `– Title` on a line of its own, the dash having stood behind the date.
    let dashed = page.slice(span).trim_start_matches(is_dash).trim_start();
    let title = reads_as_title(page.slice(span))
        || alone && reads_as_title(dashed)
        || alone && is_short_sentence(page.slice(span));
    // `09.00 Opening` is a line of a programme.
    let clock = begins_with_clock(page.slice(span));
    if clock || span.end - span.start > limit || !title || is_generic(page.slice(span)) {
        return None;
    }
    Some(TitleLines { top: first, first, last, near })
}

/// The single line below line `bottom`, whatever it says.
pub(in crate::segment) fn loose_below(
    page: &Page,
    candidates: &[Candidate],
    i: usize,
    bottom: usize,
) -> Option<TitleLines> {
    let line = page.text_after(bottom).filter(|&l| l - bottom <= 2)?;
    let near = line == bottom + 1;
    let single = page.is_text(line) && (page.block_end(line) == line || near);
    (single && page.text_after(line).is_some() && is_loose_title(page, &candidates[i + 1..], line))
        .then_some(TitleLines { top: line, first: line, last: line, near })
}

/// The last line of the title that begins on line `first`.
pub(in crate::segment) fn title_end(page: &Page, first: usize) -> usize {
    let end = page.block_end(first);
    let whole = Span { start: page.lines[first].start, end: page.lines[end].end };
    if page.wrapped && end - first < 3 && whole.end - whole.start <= 240 && reads_as_title(page.slice(whole))
    {
        let other = |i: usize| is_link(page.str(i)) || is_byline(page, i) || begins_with_date(page, i);
        let lists = (first + 1..=end).any(|i| {
            other(i)
                || !reads_as_title(page.str(i)) && page.str(i).starts_with(|c: char| !c.is_alphanumeric())
        });
        if !lists {
            return end;
        }
    }
    let width = if page.wrapped { page.width } else { 0 };
    let mut last = first;
    while last < end && last - first + 1 < MOST_LINES && page.lines[last + 1].len() <= 140 {
        if page.lines[last].len() > 160
            || is_byline(page, last + 1)
            || !goes_on(page.text, page.span(last), page.span(last + 1), width)
        {
            break;
        }
        last += 1;
    }
    // A line that seemed to go on may have gone on into a paragraph: then it is the title alone.
    let taken = Span { start: whole.start, end: page.lines[last].end };
    if last > first && is_sentence(page.slice(taken)) || last == end && last - first + 1 == MOST_LINES {
        first
    } else {
        last
    }
}

/// The title of a one-line heading, with the lines below that it was broken over.
pub(in crate::segment) fn one_line_title(page: &Page, c: &Candidate) -> (Option<Span>, usize) {
    let Some(title) = c.title else {
        return (None, c.line);
    };
    if c.kind == Kind::TitleFirst || c.sentence {
        return (Some(title).filter(|_| !is_paragraph(page.slice(title))), c.line);
    }
    let last = title_end(page, c.line);
    let closed = title.end < page.lines[c.line].end;
    if last == c.line || closed {
        return (Some(title), c.line);
    }
    let whole = Span { start: title.start, end: page.lines[last].end };
    if reads_as_title(page.slice(whole)) { (Some(whole), last) } else { (Some(title), c.line) }
}
