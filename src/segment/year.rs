//! What the page says of dates that do not say it themselves: their year, their order.

use super::date::{Order, RawDate, date_at};
use super::line::Page;
use super::names::{month, word_at};
use super::title::reads_as_title;
use super::weigh::Heading;

/// Which of two open numbers is the day: the headings decide, then the rest of the page.
pub(super) fn order(page: &Page, dates: impl Iterator<Item = RawDate> + Clone) -> Order {
    let points = || dates.clone().flat_map(|raw| [Some(raw.from), raw.to]).flatten();
    if !points().any(|p| p.open) {
        return Order::DayFirst;
    }
    let mut shown: Vec<Order> = points().filter_map(|p| p.shows).collect();
    shown.extend(dates.filter_map(|raw| by_weekday(&raw)));
    if shown.is_empty() {
        shown = shown_by_text(page);
    }
    let month_first = shown.iter().filter(|&&o| o == Order::MonthFirst).count();
    if month_first * 2 > shown.len() { Order::MonthFirst } else { Order::DayFirst }
}

/// The order that the weekday named with an open date shows.
fn by_weekday(raw: &RawDate) -> Option<Order> {
    if !raw.from.open || raw.from.weekday == 0 {
        return None;
    }
    let agrees = |order| raw.resolve(order, None).is_some() && raw.with_order(order).weekday_agrees(2000);
    match (agrees(Order::DayFirst), agrees(Order::MonthFirst)) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

fn shown_by_text(page: &Page) -> Vec<Order> {
    let mut out = Vec::new();
    let bytes = page.text.as_bytes();
    for slash in memchr::memchr2_iter(b'/', b'-', bytes) {
        let digits = bytes[..slash].iter().rev().take(3).take_while(|b| b.is_ascii_digit()).count();
        if !(1..=2).contains(&digits) {
            continue;
        }
        let at = slash - digits;
        if at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'/' | b'-' | b'.')) {
            continue;
        }
        let end = page.text[at..].find('\n').map_or(page.text.len(), |n| at + n);
        out.extend(
            date_at(&page.text[..end], at).filter(|d| d.from.year.is_some()).and_then(|d| d.from.shows),
        );
    }
    out
}

/// The year that the page states for heading `i`, which has none itself.
pub(super) fn year(page: &Page, headings: &[Heading], i: usize, order: Order) -> Option<u16> {
    let raw = &headings[i].date.raw.with_order(order);
    section_year(page, headings, i)
        .or_else(|| ordered_year(headings, i, raw, order))
        .or_else(|| preamble_year(page, headings, raw))
        .or_else(|| neighbour_year(headings, i, raw))
        .or_else(|| body_year(page, headings, i, raw, order))
        .or_else(|| footer_year(page, raw))
}

/// The year of the page's last lines: `Last updated 4 May 2018`, `© 2018`.
fn footer_year(page: &Page, raw: &RawDate) -> Option<u16> {
    let lines = (0..page.lines.len()).rev().filter(|&i| page.is_text(i));
    lines.take(3).find_map(|i| {
        let line = page.str(i);
        let lower = line.to_lowercase();
        let imprint = ["updated", "modified", "©", "copyright", "printed"];
        let year = years_in(line).last().copied()?;
        let speaks = line.len() <= 120 && imprint.iter().any(|w| lower.contains(w));
        (speaks && raw.weekday_agrees(year)).then_some(year)
    })
}

/// How far above a heading its section's year may stand, in lines.
const SECTION_LINES: usize = 2000;

/// A line `2016` or `May 2016` or `News 2016` between the items, nearest first.
fn section_year(page: &Page, headings: &[Heading], i: usize) -> Option<u16> {
    let first = headings[0].first;
    (first..headings[i].first).rev().take(SECTION_LINES).find_map(|l| {
        if !page.lines[l].digit
            || page.lines[l].len() > 40
            || headings.iter().any(|h| (h.first..=h.last).contains(&l))
        {
            return None;
        }
        let line = page.str(l).trim_matches(|c: char| !c.is_alphanumeric());
        let words = line.split_whitespace().count();
        let alone = page.starts_block(l)
            && (words <= 2 || page.str(l).starts_with('#'))
            && reads_as_title_or_year(line);
        years_in(line).last().copied().filter(|_| alone)
    })
}

fn reads_as_title_or_year(line: &str) -> bool {
    line.len() == 4 || reads_as_title(line)
}

/// The year of the text before the first heading; of several, the one that the weekday fits.
fn preamble_year(page: &Page, headings: &[Heading], raw: &RawDate) -> Option<u16> {
    let end = page.lines[headings[0].first].start;
    let years = years_in(&page.text[..end]);
    // `2031` on a line of its own right above.
    let own = page.text_before(headings[0].first).map(|l| page.str(l)).filter(|l| l.len() == 4);
    let period = || year_of_month(&page.text[..end]);
    let first = own.and_then(|l| years_in(l).first().copied()).or_else(period).or(years.first().copied())?;
    if raw.from.weekday > 0 {
        return Some(years.iter().copied().find(|&y| raw.weekday_agrees(y)).unwrap_or(first));
    }
    Some(first)
}

/// The year of the dated headings before and after, where both agree.
fn neighbour_year(headings: &[Heading], i: usize, raw: &RawDate) -> Option<u16> {
    let stated = |h: &Heading| h.date.raw.from.year.or(h.date.raw.to.and_then(|p| p.year));
    let before = headings[..i].iter().rev().find_map(stated);
    let after = headings[i + 1..].iter().find_map(stated);
    let year = match (before, after) {
        (Some(a), Some(b)) => (a == b).then_some(a),
        (a, b) => a.or(b),
    }?;
    raw.weekday_agrees(year).then_some(year)
}

/// The year of the headings around, where most of the page state theirs, in one order, and the
/// day keeps that order.
fn ordered_year(headings: &[Heading], i: usize, raw: &RawDate, order: Order) -> Option<u16> {
    let stated = headings.iter().filter(|h| h.date.raw.has_year()).count();
    if stated < 2 || stated * 2 <= headings.len() {
        return None;
    }
    let year = neighbour_year(headings, i, raw)?;
    let days: Vec<_> = headings
        .iter()
        .enumerate()
        .filter(|(n, h)| *n == i || h.date.raw.has_year())
        .filter_map(|(_, h)| h.date.raw.resolve(order, Some(year)))
        .map(|d| d.start)
        .collect();
    (days.is_sorted() || days.iter().rev().is_sorted()).then_some(year)
}

/// The year of a date in the item's own text that is on the same day.
fn body_year(page: &Page, headings: &[Heading], i: usize, raw: &RawDate, order: Order) -> Option<u16> {
    let end = headings.get(i + 1).map_or(page.lines.len(), |h| h.first);
    (headings[i].last + 1..end).filter(|&l| page.lines[l].digit).find_map(|l| {
        let line = page.lines[l];
        let text = &page.text[..line.end];
        let mut before = ' ';
        text[line.start..].char_indices().find_map(|(p, c)| {
            let at_word = !before.is_alphanumeric() && c.is_alphanumeric();
            before = c;
            let date = if at_word { date_at(text, line.start + p) } else { None }?.with_order(order);
            let same = (date.from.month, date.from.day) == (raw.from.month, raw.from.day);
            date.from.year.filter(|_| same)
        })
    })
}

/// The first year right behind a month: `founded 1934. Bulletin, June 2031` is of 2031.
fn year_of_month(text: &str) -> Option<u16> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.windows(2).find_map(|pair| {
        let named = word_at(pair[0], 0).is_some_and(|w| month(w.as_str()).is_some());
        years_in(pair[1]).first().copied().filter(|_| named)
    })
}

/// The years from 1900 on that stand in the text as words of their own.
fn years_in(text: &str) -> Vec<u16> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() == 4)
        .filter_map(|w| w.parse().ok())
        .filter(|y| (1900..2100).contains(y))
        .collect()
}
