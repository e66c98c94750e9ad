//! The header of a date line: labelled lines above and below it, bylines and other asides.

use super::super::candidate::Candidate;
use super::super::label::{LabelKind, labelled};
use super::super::line::Page;
use super::super::piece::Piece;
use super::super::title::is_sentence;
use crate::document::Span;

/// The block of labelled lines that a date line belongs to.
#[derive(Clone, Copy, Debug)]
pub(in crate::segment) struct Header {
    pub(in crate::segment) top: usize,
    pub(in crate::segment) bottom: usize,
    /// The value of `Title:`.
    pub(in crate::segment) title: Option<Span>,
}

/// The header around the date line: labelled lines above and below it, bylines below it.
pub(in crate::segment) fn header(page: &Page, date: &Candidate) -> Header {
    let mut header = Header { top: date.line, bottom: date.line, title: None };
    let label_at = |i: usize| {
        let line = page.lines.get(i).filter(|l| l.is_text())?;
        labelled(page.text, line.start, line.end)
    };
    let has_title = |i: Option<usize>| i.and_then(label_at).is_some_and(|l| l.kind == LabelKind::Title);
    if date.before == Some(Piece::DateLabel) {
        let (top, bottom) = (page.block_start(date.line), page.block_end(date.line));
        let titled = (top..=bottom).any(|i| has_title(Some(i)));
        let joins =
            |i: usize| label_at(i).is_some_and(|l| titled && date.labelled || l.kind != LabelKind::Unknown);
        while date.labelled && header.top > top && joins(header.top - 1) {
            header.top -= 1;
        }
        while header.bottom < bottom && joins(header.bottom + 1) {
            header.bottom += 1;
        }
        // `Title:` and `Date:` with a blank line between them.
        let above = page.text_before(header.top).filter(|&i| header.top - i <= 3);
        let below = page.text_after(header.bottom).filter(|&i| i - header.bottom <= 3);
        if !titled && has_title(above) {
            header.top = above.unwrap_or(header.top);
        } else if !titled && has_title(below) {
            header.bottom = below.unwrap_or(header.bottom);
        }
    }
    for i in header.top..=header.bottom {
        if let Some(label) = label_at(i).filter(|l| l.kind == LabelKind::Title && l.value.0 < l.value.1) {
            header.title = Some(value_span(page, i, header.bottom, label.value));
        }
    }
    let aside = |i: usize| is_byline(page, i) || label_at(i).is_some_and(|l| l.kind == LabelKind::Aside);
    while aside(header.bottom + 1) {
        header.bottom += 1;
    }
    while header.top > 0 && aside(header.top - 1) {
        header.top -= 1;
    }
    header
}

/// The value of a label, with the lines below that it runs on to.
fn value_span(page: &Page, i: usize, bottom: usize, value: (usize, usize)) -> Span {
    let mut end = value.1;
    for j in i + 1..=bottom.max(i) {
        if !page.is_text(j) || labelled(page.text, page.lines[j].start, page.lines[j].end).is_some() {
            break;
        }
        end = page.lines[j].end;
    }
    Span { start: value.0, end }
}

pub(super) fn is_byline(page: &Page, i: usize) -> bool {
    if !page.is_text(i) {
        return false;
    }
    let line = page.str(i).trim_start_matches(['*', '_', '(']);
    let by =
        line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")).or_else(|| line.strip_prefix("BY "));
    by.is_some_and(|name| name.len() <= 60 && name.starts_with(char::is_uppercase) && !is_sentence(name))
}

/// `Contact: Ana Brill`: a line that labels something else than a title.
pub(in crate::segment) fn is_aside_label(page: &Page, i: usize) -> bool {
    let line = page.lines[i];
    labelled(page.text, line.start, line.end).is_some_and(|l| l.kind == LabelKind::Aside)
}
