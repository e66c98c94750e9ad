//! What of the page is in no item: the preamble before the first, the footer after the last.

use super::choose::Heading;
use super::item::Item;
use super::line::{LineKind, Page};
use super::names::is_space;
use super::title::{reads_as_title, unmarked};
use crate::document::Span;

/// What a stretch outside the items is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutsideKind {
    /// Before the first item.
    Preamble,
    /// After the last item.
    Footer,
    /// Between two items.
    Skipped,
}

/// The longest footer in bytes and in lines with text.
const LONGEST: usize = 1500;
const MOST_LINES: usize = 14;

/// The stretches of the page that are in no item, white space at their ends left out.
///
/// Items and these cover the page without gap or overlap, white space between them aside.
pub fn outside(text: &str, items: &[Item]) -> Vec<(Span, OutsideKind)> {
    let mut out = Vec::new();
    let mut from = 0;
    for (i, item) in items.iter().enumerate() {
        let kind = if i == 0 { OutsideKind::Preamble } else { OutsideKind::Skipped };
        out.extend(stretch(text, from, item.span.start).map(|s| (s, kind)));
        from = item.span.end;
    }
    let kind = if items.is_empty() { OutsideKind::Skipped } else { OutsideKind::Footer };
    out.extend(stretch(text, from, text.len()).map(|s| (s, kind)));
    out
}

/// The title of the page: the first line of the preamble, where it reads as one.
pub fn page_title(text: &str, items: &[Item]) -> Option<Span> {
    let end = items.first()?.span.start;
    let stretch = stretch(text, 0, end)?;
    let line = text[stretch.start..stretch.end].split(['\n', '\r']).next()?;
    let span = Span { start: stretch.start, end: stretch.start + line.trim_end_matches(is_space).len() };
    let title = unmarked(text, span);
    reads_as_title(&text[title.start..title.end]).then_some(title)
}

fn stretch(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = text.get(start..end)?;
    let lead = piece.trim_start_matches(is_space);
    let start = end - lead.len();
    let len = lead.trim_end_matches(is_space).len();
    (len > 0).then_some(Span { start, end: start + len })
}

/// Where the last item ends: at the end of the page, or where its footer begins.
pub(super) fn body_end(page: &Page, headings: &[Heading]) -> usize {
    let Some(last) = headings.last() else { return page.text.len() };
    let first = last.last + 1;
    let footer = after_rule(page, first)
        .or_else(|| after_wide_gap(page, headings))
        .or_else(|| imprint(page, first));
    footer.map_or(page.text.len(), |line| page.lines[line].start)
}

/// A short end of the page below a drawn line.
fn after_rule(page: &Page, first: usize) -> Option<usize> {
    let rule = (first..page.lines.len()).rev().find(|&i| page.lines[i].kind == LineKind::Rule)?;
    (page.text_before(rule)? >= first && is_short(page, rule)).then_some(rule)
}

/// A short end of the page below a gap as wide as those between the items and wider than any
/// within them.
fn after_wide_gap(page: &Page, headings: &[Heading]) -> Option<usize> {
    if headings.len() < 3 {
        return None;
    }
    let gap = |line: usize| page.text_before(line).map_or(0, |b| line - b);
    let between = headings.iter().skip(1).map(|h| gap(h.first)).min()?;
    let heading = |i: usize| headings.iter().any(|h| i > h.first && i <= h.last || i == h.first);
    let start = headings.last()?.last + 1;
    let inside = (headings[0].first..start).filter(|&i| page.is_text(i) && !heading(i)).map(gap).max()?;
    if between < 3 || inside >= between {
        return None;
    }
    let line = (start..page.lines.len()).rev().find(|&i| page.is_text(i) && gap(i) >= between)?;
    (page.text_before(line)? >= start && is_short(page, line)).then_some(line)
}

/// Paragraphs at the end that speak of the page itself.
fn imprint(page: &Page, first: usize) -> Option<usize> {
    let mut footer = None;
    let mut end = page.lines.len();
    while let Some(last) = page.text_before(end).filter(|&l| l >= first && page.is_text(l)) {
        let start = page.block_start(last).max(first);
        let span = Span { start: page.lines[start].start, end: page.lines[last].end };
        if start == first || !page.starts_block(start) || !is_imprint(page.slice(span)) {
            break;
        }
        // The paragraph right below the heading is the body.
        if page.text_before(start).is_none_or(|b| b < first) {
            break;
        }
        footer = Some(start);
        end = start;
    }
    footer.filter(|&line| is_short(page, line))
}

fn is_short(page: &Page, from: usize) -> bool {
    let lines = page.lines[from..].iter().filter(|l| l.is_text()).count();
    lines > 0 && lines <= MOST_LINES && page.text.len() - page.lines[from].start <= LONGEST
}

fn is_imprint(block: &str) -> bool {
    const STARTS: [&str; 16] = [
        "© ", "©", "(c) ", "copyright", "all rights reserved", "subscriptions:", "to subscribe", "to unsubscribe", "unsubscribe",
        "you are receiving", "you receive this", "imprint", "impressum", "printed ", "this newsletter is", "this bulletin is",
    ];
    const HOLDS: [&str; 9] = [
        "all rights reserved", "subscriptions:", "unsubscribe", "printed on recycled", "issn ", "terms of use", "privacy policy",
        "to subscribe", "manage your subscription",
    ];
    if block.len() > 600 {
        return false;
    }
    let lower = block.to_lowercase();
    STARTS.iter().any(|s| lower.starts_with(s)) && !lower.starts_with("© photo") || HOLDS.iter().any(|s| lower.contains(s))
}
