//! Pages that date their items at the end: `[3 May 2031]` below each text, the title above it.
//!
//! The dated lines of a page come in, its headings go out where the page is such a one. Whether it
//! is, only its ends tell: a text stands above the first date and none below the last.

use super::around::{is_loose_title, title_end};
use super::candidate::{Candidate, Kind};
use super::label::{LabelKind, labelled};
use super::line::Page;
use super::piece::{Piece, piece};
use super::title::{is_generic, is_sentence, reads_as_title};
use super::title_text::unmarked;
use super::weigh::Heading;
use crate::document::Span;

/// Longest end of the page below the last date, in bytes.
const LONGEST_END: usize = 300;

/// The headings of a page whose dates stand below its items; `None` for any other page.
pub(super) fn trailing(page: &Page, candidates: &[Candidate]) -> Option<Vec<Heading>> {
    let lines = || candidates.iter().filter(|c| c.kind == Kind::DateLine && !c.marks.bullet);
    let dated: Vec<&Candidate> = lines().filter(|c| ends_block(page, c)).collect();
    let (first, last) = (dated.first()?, dated.last()?);
    let below_text = dated.iter().filter(|c| is_below_text(page, c)).count();
    let one_line =
        candidates.iter().filter(|c| c.kind == Kind::OneLine && !c.sentence && page.starts_block(c.line));
    if dated.len() < 2
        || dated.len() * 4 < lines().count() * 3
        || below_text * 2 < dated.len()
        || one_line.count() >= dated.len()
        || !ends_page(page, last.line)
    {
        return None;
    }
    let text = (0..first.line).find(|&i| is_text(page, i))?;
    let mut top = page.text_before(text).filter(|&i| page.is_text(i))?;
    let start = page.block_start(top);
    if page.wrapped || (start..top).all(|i| is_generic(page.str(i))) {
        top = start;
    }
    let mut out = Vec::with_capacity(dated.len());
    for c in dated {
        // `NOTICE No. 12` over the title
        let first = top;
        while top < c.line && is_generic(page.str(top)) && page.is_text(top + 1) {
            top += 1;
        }
        if top >= c.line || !is_title(page, top) && !is_loose_title(page, &[], top) {
            return None;
        }
        let end = title_end(page, top);
        let title = unmarked(page.text, Span { start: page.lines[top].start, end: page.lines[end].end });
        out.push(Heading { date: *c, first, last: end, title: Some(title), score: 0, in_run: false });
        top = page.text_after(c.line).unwrap_or(page.lines.len());
    }
    Some(out)
}

/// Whether the date ends its block and the next begins as an item does.
fn ends_block(page: &Page, c: &Candidate) -> bool {
    let below = page.text_after(c.line);
    page.block_end(c.line) == c.line
        && c.line > 0
        && below.is_none_or(|i| {
            let i = if is_generic(page.str(i)) && page.is_text(i + 1) { i + 1 } else { i };
            is_title(page, i)
                || is_loose_title(page, &[], i) && page.block_end(i) == i
                || page.text_after(i).is_none()
        })
}

/// Whether text stands above the date, or a line that ends one: `Tags: dams, trees`.
fn is_below_text(page: &Page, c: &Candidate) -> bool {
    page.text_before(c.line).is_some_and(|i| {
        let line = page.lines[i];
        let label = labelled(page.text, line.start, line.end).is_some_and(|l| l.kind == LabelKind::Aside);
        // `Ana Brill` between text and date has signed it.
        let signed = i > 0
            && piece(page.str(i)) == Piece::Name
            && page.text_before(i).is_some_and(|t| is_text(page, t));
        label || signed || !is_title(page, i) || page.wrapped && is_text(page, page.block_start(i))
    })
}

/// Whether no item begins below line `i`, the page's last lines aside.
fn ends_page(page: &Page, i: usize) -> bool {
    let rest = page.text.len() - page.lines[i].end;
    let begins = |t: usize| is_title(page, t) && page.text_after(t).is_some();
    rest <= LONGEST_END && !page.text_after(i).is_some_and(begins)
}

fn is_title(page: &Page, i: usize) -> bool {
    page.is_text(i) && reads_as_title(page.str(i)) && !is_generic(page.str(i)) && page.lines[i].len() <= 200
}

/// Whether line `i` is, or begins, a paragraph.
fn is_text(page: &Page, i: usize) -> bool {
    if !page.is_text(i) {
        return false;
    }
    let end = if page.wrapped && page.starts_block(i) { page.block_end(i) } else { i };
    let block = &page.text[page.lines[i].start..page.lines[end].end];
    block.len() > 60 && is_sentence(block)
}
