//! From headings to items: spans, dates, titles; and the page that has no heading at all.

use super::around::{begins_with_date, is_aside_label, title_end};
use super::candidate::{Candidate, Kind, candidate};
use super::choose::{headings, unlisted};
use super::date::{ItemDate, Order, Precision};
use super::dateline::dateline;
use super::line::Page;
use super::names::{is_space, skip_space};
use super::outside::{Lines, body_end};
use super::scheme;
use super::title::{is_generic, is_short_sentence, reads_as_title};
use super::title_text::unmarked;
use super::weigh::Heading;
use super::year::{order, year};
use crate::document::Span;
use crate::ranker::Ranker;

/// A dated news item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// From the first character of the heading to the last of the body, in bytes.
    pub span: Span,
    /// The date of its heading or, where that has none, of its dateline.
    pub date: Option<ItemDate>,
    /// Where the title stands; it may run over line ends. [`super::title_text`] writes it out.
    pub title: Option<Span>,
}

/// How many lines below its heading an item's dateline may stand.
const DATELINE_LINES: usize = 6;

/// The dated items of a page, in text order, never overlapping; `weights` are those of the clues of a reading.
///
/// A page without a dated heading is one item; a page without text has none.
///
/// ```
/// let weights = &dateline::evidence::Models::embedded().links.scheme;
/// let items = dateline::segment::items("3 May 2031: A dam for Orlo\n\nIt was opened.\n", weights);
/// assert_eq!(items[0].date.as_ref().map(|d| d.edtf.as_str()), Some("2031-05-03"));
/// ```
pub fn items(text: &str, weights: &Ranker) -> Vec<Item> {
    let page = Page::new(text);
    let (order, chosen) = of_lines(&page);
    items_of(&page, &scheme::best(&page, chosen, order, weights), order)
}

/// Every reading of a page that is weighed: its clues by number, and its items.
pub fn readings(text: &str) -> Vec<(Vec<u16>, Vec<Item>)> {
    let page = Page::new(text);
    let (order, chosen) = of_lines(&page);
    let items = |r: scheme::Reading| {
        let items = items_of(&page, &r, order);
        (r.clues, items)
    };
    scheme::all(&page, &chosen, order).into_iter().map(items).collect()
}

/// The order of the page's dates, and the headings that the readers of single lines choose.
fn of_lines(page: &Page) -> (Order, Vec<Heading>) {
    let candidates: Vec<Candidate> = (0..page.lines.len()).filter_map(|i| candidate(page, i)).collect();
    let order = order(page, candidates.iter().map(|c| c.raw));
    let mut chosen = headings(page, &candidates, order);
    if chosen.is_empty() {
        chosen = unlisted(page, candidates, order);
    }
    (order, chosen)
}

/// The items of a reading. The dates of a scheme tell their order themselves.
fn items_of(page: &Page, reading: &scheme::Reading, line_order: Order) -> Vec<Item> {
    if reading.chosen {
        items_of_lines(page, &reading.headings, line_order)
    } else {
        let order = order(page, reading.headings.iter().map(|h| h.date.raw));
        assemble(page, &reading.headings, order)
    }
}

/// The items of the headings that the readers of single lines chose, or of datelines where these are more.
fn items_of_lines(page: &Page, headings: &[Heading], order: Order) -> Vec<Item> {
    // Few dated lines among many datelines head nothing: the page's period, a list of days. Those
    // without a title of their own are datelines.
    let titled = titled_datelines(page, order);
    let untitled = headings.iter().all(|h| h.title.is_none()) && titled.len() >= headings.len();
    if titled.len() >= 2 && (untitled || titled.len() > headings.len() * 2) {
        return dated_by_datelines(page, &titled);
    }
    if headings.is_empty() {
        return undated(page, order);
    }
    assemble(page, headings, order)
}

/// One item for each heading.
fn assemble(page: &Page, headings: &[Heading], order: Order) -> Vec<Item> {
    let text = page.text;
    let lines: Vec<Lines> = headings.iter().map(|h| (h.first, h.last)).collect();
    let starts: Vec<usize> = headings.iter().map(|h| start(page, h)).collect();
    (0..headings.len())
        .map(|i| {
            let last = i + 1 == headings.len();
            let end = starts.get(i + 1).copied().unwrap_or(text.len());
            let end = if last { body_end(page, &lines) } else { end };
            let span = trimmed(text, starts[i], end);
            let stop = headings.get(i + 1).map_or(page.lines.len(), |h| h.first);
            let date = date(page, headings, i, order)
                .or_else(|| dateline_date(page, headings[i].last + 1, stop, order));
            Item { span, date, title: headings[i].title }
        })
        .collect()
}

fn start(page: &Page, h: &Heading) -> usize {
    page.lines[h.first].start
}

fn date(page: &Page, headings: &[Heading], i: usize, order: Order) -> Option<ItemDate> {
    let raw = headings[i].date.raw;
    let year = if raw.has_year() { None } else { year(page, headings, i, order) };
    // An order that gives no day of the calendar is none.
    let other = if order == Order::DayFirst { Order::MonthFirst } else { Order::DayFirst };
    raw.resolve(order, year).or_else(|| raw.resolve(other, year))
}

/// The date of the first dateline in the lines from `from` on.
fn dateline_date(page: &Page, from: usize, stop: usize, order: Order) -> Option<ItemDate> {
    let lines = (from..stop).filter(|&i| page.is_text(i)).take(DATELINE_LINES);
    lines.filter_map(|i| dateline(page, i)).find_map(|raw| raw.resolve(order, None))
}

/// One item for each title over a dateline.
fn dated_by_datelines(page: &Page, titled: &[Titled]) -> Vec<Item> {
    let lines: Vec<Lines> = titled.iter().map(|t| t.lines).collect();
    let ends = lines.iter().skip(1).map(|l| page.lines[l.0].start).chain([body_end(page, &lines)]);
    let item = |(t, end): (&Titled, usize)| Item {
        span: trimmed(page.text, page.lines[t.lines.0].start, end),
        date: Some(t.date.clone()),
        title: Some(t.title),
    };
    titled.iter().zip(ends).map(item).collect()
}

/// A page without dated headings as one item.
fn undated(page: &Page, order: Order) -> Vec<Item> {
    let Some(first) = (0..page.lines.len()).find(|&i| page.is_text(i)) else {
        return Vec::new();
    };
    let title = title_of(page, first);
    let more = page.text_after(first).is_some();
    let title =
        (more && title.end - title.start <= 240 && reads_as_title(page.slice(title))).then_some(title);
    let date = dateline_date(page, first, page.lines.len(), order);
    let span = trimmed(page.text, 0, page.text.len());
    if span.start == span.end { Vec::new() } else { vec![Item { span, date, title }] }
}

fn title_of(page: &Page, line: usize) -> Span {
    let last = title_end(page, line);
    unmarked(page.text, Span { start: page.lines[line].start, end: page.lines[last].end })
}

/// A title over a paragraph with a dateline.
struct Titled {
    lines: Lines,
    title: Span,
    date: ItemDate,
}

/// The titles of the page that stand over a paragraph with a dateline.
fn titled_datelines(page: &Page, order: Order) -> Vec<Titled> {
    let mut out = Vec::new();
    let mut floor = 0;
    for i in 1..page.lines.len() {
        let Some(date) = dateline(page, i).and_then(|raw| raw.resolve(order, None)) else {
            continue;
        };
        if let Some(title) = own_title(page, i) {
            floor = i + 1;
            out.push(Titled { lines: (i, i), title, date });
            continue;
        }
        let above = |i: usize| page.text_before(i).filter(|&a| i - a <= 3 && page.is_text(a));
        let Some(mut last) = above(i) else {
            continue;
        };
        // A reference above or below the title (`PRESS RELEASE 12/2018`) belongs to the heading and
        // is no title.
        let named = |l: &usize| !is_generic(page.str(*l)) && !is_aside_label(page, *l);
        if !(page.block_start(last)..=last).any(|l| named(&l))
            && let Some(higher) = above(page.block_start(last)).filter(|&l| heads_block(page, l))
        {
            last = higher;
        }
        let first = page.block_start(last).max(last.saturating_sub(3)).max(floor);
        // One dateline is no title of another.
        if first > last {
            continue;
        }
        let titled = (first..last).find(named).unwrap_or(last);
        let foot = (titled..=last).rev().find(named).unwrap_or(last);
        let title = Span { start: page.lines[titled].start, end: page.lines[foot].end };
        // The days of a list are no titles of each other.
        let listed = (titled..=foot).any(|l| begins_with_date(page, l));
        if date.precision == Precision::Day
            && !listed
            && title.end - title.start <= 240
            && (reads_as_title(page.slice(title)) || titled == foot && is_short_sentence(page.slice(title)))
        {
            floor = i + 1;
            out.push(Titled { lines: (first, last), title: unmarked(page.text, title), date });
        }
    }
    out
}

/// Whether the block that ends on line `i` begins with a title.
fn heads_block(page: &Page, i: usize) -> bool {
    let first = page.str(page.block_start(i));
    (reads_as_title(first) || is_short_sentence(first)) && !is_generic(first)
}

/// The title that stands behind the dateline itself: `Orlo (3 May 2021) – A dam` over a body.
fn own_title(page: &Page, i: usize) -> Option<Span> {
    let alone = page.starts_block(i) && page.block_end(i) == i;
    let title = candidate(page, i).filter(|c| alone && c.kind == Kind::PlaceFirst && !c.sentence)?.title?;
    let short = title.end - title.start <= 200 && reads_as_title(page.slice(title));
    (short && page.text_after(i).is_some()).then_some(title)
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let start = skip_space(&text[..end], start);
    Span { start, end: start + text[start..end].trim_end_matches(is_space).len() }
}

#[cfg(test)]
mod tests {
    use super::super::tests::split;
    use super::super::title_text;
    use super::*;

    const BODY: &str = "The council of Orlo met and agreed on the dam, said its chair. It was late.\n";

    /// Date and title of each item, `-` for none.
    fn read(text: &str) -> Vec<(String, String)> {
        let date = |i: &Item| i.date.as_ref().map_or("-".to_owned(), |d| d.edtf.clone());
        let title = |i: &Item| i.title.map_or("-".to_owned(), |t| title_text(text, t));
        split(text).iter().map(|i| (date(i), title(i))).collect()
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn reads_headings_of_one_line() {
        let page = format!("Orlo\n\n3 May 2031: A dam\n\n{BODY}\n12.04.2031 – Trees\n\n{BODY}");
        assert_eq!(read(&page), pairs(&[("2031-05-03", "A dam"), ("2031-04-12", "Trees")]));
    }

    #[test]
    fn reads_titles_above_and_below_the_date() {
        let above = format!("Orlo\n\nA dam\n3 May 2031\n\n{BODY}\nTrees\n12 April 2031\n\n{BODY}");
        let below = format!("Orlo\n\n3 May 2031\nA dam\n\n{BODY}\n12 April 2031\nTrees\n\n{BODY}");
        let want = pairs(&[("2031-05-03", "A dam"), ("2031-04-12", "Trees")]);
        assert_eq!(read(&above), want);
        assert_eq!(read(&below), want);
    }

    #[test]
    fn reads_titles_apart_from_the_date() {
        let above = format!("Orlo\n\nA dam\n\n3 May 2031\n\n{BODY}\nTrees\n\n12 April 2031\n\n{BODY}");
        let below = format!("Orlo\n\n3 May 2031\n\nA dam\n\n{BODY}\n12 April 2031\n\nTrees\n\n{BODY}");
        let want = pairs(&[("2031-05-03", "A dam"), ("2031-04-12", "Trees")]);
        assert_eq!(read(&above), want);
        assert_eq!(read(&below), want);
    }

    #[test]
    fn reads_labelled_blocks_from_their_first_line() {
        let page = format!("Orlo\n\nPlace: Orlo\nDate: 3 May 2031\nTitle: A dam\n\n{BODY}");
        assert_eq!(read(&page), pairs(&[("2031-05-03", "A dam")]));
        assert_eq!(split(&page)[0].span.start, 6);
    }

    #[test]
    fn takes_the_year_that_the_page_states() {
        let page = format!("Orlo 2031\n\nSaturday 3 May: A dam\n\n{BODY}\n12 April: Trees\n\n{BODY}");
        assert_eq!(read(&page), pairs(&[("2031-05-03", "A dam"), ("2031-04-12", "Trees")]));
    }

    #[test]
    fn leaves_the_date_open_where_no_year_is_stated() {
        let page = format!("Orlo\n\n3 May: A dam\n\n{BODY}\n12 April: Trees\n\n{BODY}");
        assert_eq!(read(&page), pairs(&[("-", "A dam"), ("-", "Trees")]));
    }

    #[test]
    fn lets_the_page_decide_on_day_and_month() {
        let page = format!("03/04/2031: A dam\n\n{BODY}\n02/24/2031: Trees\n\n{BODY}");
        assert_eq!(read(&page), pairs(&[("2031-03-04", "A dam"), ("2031-02-24", "Trees")]));
    }

    #[test]
    fn leaves_dates_that_head_nothing() {
        let page = format!(
            "3 May 2031: A dam\n\n{BODY}\nDates:\n14 May 2031: Opening\n15 May 2031: Talks\n\n| 3 May 2030 | Orlo |\n\n\
             Photo: 2 May 2031, the dam\n\nSee also:\n* 1 May 2030: An older dam\n\nOrlo, 3 May 2031\n"
        );
        assert_eq!(read(&page), pairs(&[("2031-05-03", "A dam")]));
    }

    #[test]
    fn takes_a_page_without_headings_as_one_item() {
        let page = format!("A dam for Orlo\n\nORLO, 3 May 2031 – {BODY}");
        assert_eq!(read(&page), pairs(&[("2031-05-03", "A dam for Orlo")]));
        assert_eq!(read(BODY), pairs(&[("-", "-")]));
        assert!(split(" \n\u{feff}\n").is_empty());
    }

    #[test]
    fn mends_titles_that_were_broken_over_lines() {
        let lines = "The council of Orlo met on Monday and agreed\non the new dam, said its chair. The dam will\ncost much and will be\nfinished soon.\n";
        let page =
            format!("Measles in Orlo: nine cases, one aero-\nplane and a wedding\n3 May 2031\n\n{lines}");
        assert_eq!(
            read(&page),
            pairs(&[("2031-05-03", "Measles in Orlo: nine cases, one aeroplane and a wedding")])
        );
    }

    #[test]
    fn leaves_the_date_of_the_page_itself() {
        let page = format!(
            "Orlo Newsletter\n3 May 2031\n\nA dam\n2 May 2031\n\n{BODY}\nTrees\n1 May 2031\n\n{BODY}"
        );
        assert_eq!(read(&page), pairs(&[("2031-05-02", "A dam"), ("2031-05-01", "Trees")]));
    }
}
