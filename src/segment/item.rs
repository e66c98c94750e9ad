//! From headings to items: spans, dates, titles; and the page that has no heading at all.

use super::candidate::{Candidate, candidate};
use super::choose::{Heading, headings};
use super::date::{ItemDate, Order, Precision};
use super::dateline::dateline;
use super::line::Page;
use super::names::{is_space, skip_space};
use super::outside::body_end;
use super::title::{reads_as_title, unmarked};
use super::year::{order, year};
use crate::document::Span;

/// A dated news item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// From the first character of the heading to the last of the body, in bytes.
    pub span: Span,
    pub date: Option<ItemDate>,
    /// Where the title stands; it may run over line ends. [`super::title_text`] writes it out.
    pub title: Option<Span>,
}

/// How many lines below its heading an item's dateline may stand.
const DATELINE_LINES: usize = 6;

/// The dated items of a page, in text order, never overlapping.
///
/// A page without a dated heading is one item; a page without text has none.
///
/// ```
/// let items = dateline::segment::items("3 May 2031: A dam for Orlo\n\nIt was opened.\n");
/// assert_eq!(items[0].date.as_ref().map(|d| d.edtf.as_str()), Some("2031-05-03"));
/// ```
pub fn items(text: &str) -> Vec<Item> {
    let page = Page::new(text);
    let candidates: Vec<Candidate> = (0..page.lines.len()).filter_map(|i| candidate(&page, i)).collect();
    let order = order(&page, &candidates);
    let headings = headings(&page, &candidates);
    if headings.is_empty() {
        return undated(&page, order);
    }
    let starts: Vec<usize> = headings.iter().map(|h| start(&page, h)).collect();
    (0..headings.len())
        .map(|i| {
            let last = i + 1 == headings.len();
            let end = starts.get(i + 1).copied().unwrap_or(text.len());
            let end = if last { body_end(&page, &headings) } else { end };
            let span = trimmed(text, starts[i], end);
            let stop = headings.get(i + 1).map_or(page.lines.len(), |h| h.first);
            let date = date(&page, &headings, i, order).or_else(|| dateline_date(&page, headings[i].last + 1, stop, order));
            Item { span, date, title: headings[i].title }
        })
        .collect()
}

fn start(page: &Page, h: &Heading) -> usize {
    page.lines[h.first].start
}

fn date(page: &Page, headings: &[Heading], i: usize, order: Order) -> Option<ItemDate> {
    let raw = headings[i].date.raw;
    let year = if raw.has_year() { None } else { year(page, headings, i) };
    // An order that gives no day of the calendar is none.
    let other = if order == Order::DayFirst { Order::MonthFirst } else { Order::DayFirst };
    raw.resolve(order, year).or_else(|| raw.resolve(other, year))
}

/// The date of the first dateline in the lines from `from` on.
fn dateline_date(page: &Page, from: usize, stop: usize, order: Order) -> Option<ItemDate> {
    let lines = (from..stop).filter(|&i| page.is_text(i)).take(DATELINE_LINES);
    lines.filter_map(|i| dateline(page, i)).find_map(|raw| raw.resolve(order, None))
}

/// The items of a page without dated headings: one for each title over a dateline, where there
/// are several, else one.
fn undated(page: &Page, order: Order) -> Vec<Item> {
    let Some(first) = (0..page.lines.len()).find(|&i| page.is_text(i)) else {
        return Vec::new();
    };
    let titled = titled_datelines(page, order);
    if titled.len() >= 2 {
        let ends = titled.iter().skip(1).map(|t| page.lines[t.0].start).chain([page.text.len()]);
        return titled
            .iter()
            .zip(ends)
            .map(|((line, date), end)| Item {
                span: trimmed(page.text, page.lines[*line].start, end),
                date: Some(date.clone()),
                title: Some(title_of(page, *line)),
            })
            .collect();
    }
    let title = title_of(page, first);
    let more = page.text_after(first).is_some();
    let title = (more && title.end - title.start <= 240 && reads_as_title(page.slice(title))).then_some(title);
    let date = dateline_date(page, first, page.lines.len(), order);
    vec![Item { span: trimmed(page.text, 0, page.text.len()), date, title }]
}

fn title_of(page: &Page, line: usize) -> Span {
    let last = super::block::title_end(page, line);
    unmarked(page.text, Span { start: page.lines[line].start, end: page.lines[last].end })
}

/// Lines that read as a title and stand over a paragraph with a dateline.
fn titled_datelines(page: &Page, order: Order) -> Vec<(usize, ItemDate)> {
    let mut out = Vec::new();
    for i in 1..page.lines.len() {
        let Some(date) = dateline(page, i).and_then(|raw| raw.resolve(order, None)) else { continue };
        let Some(above) = page.text_before(i).filter(|&a| i - a <= 3 && page.is_text(a)) else { continue };
        let first = page.block_start(above).max(above.saturating_sub(3));
        let span = Span { start: page.lines[first].start, end: page.lines[above].end };
        if date.precision == Precision::Day && span.end - span.start <= 240 && reads_as_title(page.slice(span)) {
            out.push((first, date));
        }
    }
    out
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let start = skip_space(&text[..end], start);
    Span { start, end: start + text[start..end].trim_end_matches(is_space).len() }
}
