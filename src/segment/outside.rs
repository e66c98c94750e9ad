//! What of the page is in no item: the preamble before the first, the footer after the last.

use super::item::Item;
use super::line::{LineKind, Page};
use super::names::is_space;
use super::title::reads_as_title;
use super::title_text::unmarked;
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

/// First and last line of a heading.
pub(super) type Lines = (usize, usize);

/// Where the last item ends: at the end of the page, or where its footer begins.
pub(super) fn body_end(page: &Page, headings: &[Lines]) -> usize {
    let footer = after_rule(page, headings)
        .or_else(|| after_wide_gap(page, headings))
        .or_else(|| imprint(page, headings));
    footer.map_or(page.text.len(), |line| page.lines[line].start)
}

/// A short end of the page below a drawn line, unless items have such lines within.
fn after_rule(page: &Page, headings: &[Lines]) -> Option<usize> {
    let first = headings.last()?.1 + 1;
    let is_rule = |i: usize| page.lines[i].kind == LineKind::Rule;
    let inner = headings
        .windows(2)
        .any(|w| (w[0].1 + 1..w[1].0).any(|i| is_rule(i) && page.text_after(i).is_some_and(|t| t < w[1].0)));
    if inner {
        return None;
    }
    let rule = (first..page.lines.len()).rev().find(|&i| page.lines[i].kind == LineKind::Rule)?;
    (page.text_before(rule)? >= first && is_short(page, rule)).then_some(rule)
}

/// A short end of the page below a gap as wide as those between the items and wider than any
/// within them.
fn after_wide_gap(page: &Page, headings: &[Lines]) -> Option<usize> {
    if headings.len() < 3 {
        return None;
    }
    let gap = |line: usize| page.text_before(line).map_or(0, |b| line - b);
    let between = headings.iter().skip(1).map(|h| gap(h.0)).min()?;
    let heading = |i: usize| {
        let at = headings.partition_point(|h| h.0 <= i);
        at > 0 && headings[at - 1].1 >= i
    };
    let start = headings.last()?.1 + 1;
    let inside = (headings[0].0..start).filter(|&i| page.is_text(i) && !heading(i)).map(gap).max()?;
    if between < 3 || inside >= between {
        return None;
    }
    let line = (start..page.lines.len()).rev().find(|&i| page.is_text(i) && gap(i) >= between)?;
    (page.text_before(line)? >= start && is_short(page, line)).then_some(line)
}

/// Paragraphs at the end that speak of the page itself.
fn imprint(page: &Page, headings: &[Lines]) -> Option<usize> {
    let first = headings.last()?.1 + 1;
    let name = (0..headings[0].0).find(|&i| page.is_text(i)).map_or("", |i| page.str(i));
    let abouts = (headings[0].0..first).any(|i| page.is_text(i) && page.str(i).starts_with("About "));
    let several = headings.len() > 1;
    let speaks_of_page = |block: &str| {
        is_imprint(block)
            || several && name.len() > 8 && block.len() <= 200 && block.starts_with(name)
            || several && block.len() <= 600 && is_closing(block) && !recurs(page, headings, block)
            || headings.len() > 2 && !abouts && block.len() <= 600 && block.starts_with("About ")
    };
    let mut footer = None;
    let mut end = page.lines.len();
    while let Some(last) = page.text_before(end).filter(|&l| l >= first && page.is_text(l)) {
        let start = page.block_start(last).max(first);
        let span = Span { start: page.lines[start].start, end: page.lines[last].end };
        if start == first || !page.starts_block(start) || !speaks_of_page(page.slice(span)) {
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

/// How a closing block of a page with several items begins.
///
/// Not `Contact:` or `For more information`: they name whom to ask about the last item, and belong to it.
const CLOSINGS: &[&str] = &[
    "for more news",
    "next issue",
    "toll-free",
    "toll free",
    "hotline",
    "emergency number",
    "editor",
    "editors",
    "edited by",
    "editorial",
    "published by",
    "the views expressed",
    "views expressed",
    "tel",
    "telephone",
    "follow us",
    "visit us",
    "visit our",
    "find us",
    "deadline for",
    "disclaimer",
    "next deadline",
    "send your",
    "to be removed",
];

fn is_closing(block: &str) -> bool {
    let start: String =
        block.trim_start_matches(['*', '_', ' ']).chars().take(40).collect::<String>().to_lowercase();
    CLOSINGS
        .iter()
        .any(|c| start.strip_prefix(c).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Whether a block before the last item begins as this one: then each item ends in one.
fn recurs(page: &Page, headings: &[Lines], block: &str) -> bool {
    let word = |text: &str| text.split_whitespace().next().map(str::to_owned);
    let last = headings.last().map_or(0, |h| h.0);
    let first = word(block);
    (headings[0].1 + 1..last).any(|i| page.is_text(i) && page.starts_block(i) && word(page.str(i)) == first)
}

fn is_short(page: &Page, from: usize) -> bool {
    let lines = page.lines[from..].iter().filter(|l| l.is_text()).count();
    lines > 0 && lines <= MOST_LINES && page.text.len() - page.lines[from].start <= LONGEST
}

fn is_imprint(block: &str) -> bool {
    const STARTS: [&str; 19] = [
        "© ",
        "©",
        "(c) ",
        "copyright",
        "all rights reserved",
        "subscriptions:",
        "to subscribe",
        "to unsubscribe",
        "unsubscribe",
        "you are receiving",
        "you receive this",
        "imprint",
        "impressum",
        "printed ",
        "this newsletter is",
        "this bulletin is",
        "last updated",
        "last modified",
        "page updated",
    ];
    const HOLDS: [&str; 10] = [
        "no longer wish to receive",
        "all rights reserved",
        "subscriptions:",
        "unsubscribe",
        "printed on recycled",
        "issn ",
        "terms of use",
        "privacy policy",
        "to subscribe",
        "manage your subscription",
    ];
    if block.len() > 600 {
        return false;
    }
    let lower = block.to_lowercase();
    STARTS.iter().any(|s| lower.starts_with(s)) && !lower.starts_with("© photo")
        || HOLDS.iter().any(|s| lower.contains(s))
}

#[cfg(test)]
mod tests {
    use super::super::tests::split;
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, OutsideKind)> {
        outside(text, &split(text)).iter().map(|(s, k)| (&text[s.start..s.end], *k)).collect()
    }

    #[test]
    fn tells_preamble_and_footer() {
        let text = "Orlo news\n\n3 May 2031: A dam\n\nIt was opened.\n\n-----\nOrlo Council, Mill Street 1\n";
        let footer = "-----\nOrlo Council, Mill Street 1";
        assert_eq!(kinds(text), [("Orlo news", OutsideKind::Preamble), (footer, OutsideKind::Footer)]);
        let title = page_title(text, &split(text)).map(|t| &text[t.start..t.end]);
        assert_eq!(title, Some("Orlo news"));
    }

    #[test]
    fn leaves_the_last_paragraph_of_a_body() {
        let text = "3 May 2031: A dam\n\nIt was opened.\n\nMore information\n";
        assert_eq!(kinds(text), []);
    }
}
