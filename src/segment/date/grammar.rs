//! Dates that name their month: `30 July 2021`, `July 30, 2021`, `7 – 9 June`, `April 2021`.

use super::super::names::{is_dash, skip_space};
use super::numeric;
use super::token::{
    day, day_in_words, list_sign, month, number, range_sign, roman_month, short_year, skip_small,
    skip_weekday, year as token_year, year_behind,
};
use super::{Form, Point, RawDate};
use crate::document::Span;

/// A date or range and the offset behind it.
pub(super) struct Read {
    pub(super) from: Point,
    pub(super) to: Option<Point>,
    pub(super) form: Form,
    pub(super) end: usize,
}

impl Read {
    pub(super) fn one(from: Point, form: Form, end: usize) -> Read {
        Read { from, to: None, form, end }
    }

    pub(super) fn range(from: Point, to: Point, form: Form, end: usize) -> Read {
        Read { from, to: Some(to), form, end }
    }
}

/// The longest date that starts at byte `at`, a weekday before it included.
///
/// The span given is that of the date alone. A day that no calendar has (31 June) is no date, nor
/// is a number that goes on behind the date (`3.5.20187`).
pub(in crate::segment) fn date_at(text: &str, at: usize) -> Option<RawDate> {
    let (weekday, start) = skip_weekday(text, at);
    let read = read_at(text, start)?;
    let possible = read.from.is_possible() && read.to.is_none_or(Point::is_possible);
    if !possible || !ends_well(text, read.end) {
        return None;
    }
    let mut from = read.from;
    from.weekday = weekday;
    Some(RawDate { from, to: read.to, form: read.form, span: Span { start, end: read.end } })
}

fn read_at(text: &str, at: usize) -> Option<Read> {
    let first = *text.as_bytes().get(at)?;
    if !first.is_ascii_digit() {
        return month_range(text, at)
            .or_else(|| with_range(text, month_first(text, at)?))
            .or_else(|| in_words(text, at));
    }
    if token_year(text, at).is_some() {
        return with_range(text, numeric::year_first(text, at)?);
    }
    if let Some(read) = days_of_month(text, at) {
        return with_range(text, read);
    }
    day_to_month(text, at)
        .or_else(|| numeric::short_range(text, at))
        .or_else(|| with_range(text, numeric::day_first(text, at)?))
}

/// `The third of May 2018`; only with a year.
fn in_words(text: &str, at: usize) -> Option<Read> {
    // No other letter begins `the` or an ordinal.
    let first = text.as_bytes().get(at)?.to_ascii_lowercase();
    if !matches!(first, b't' | b'f' | b's' | b'e' | b'n') {
        return None;
    }
    let (day, p) = day_in_words(text, skip_small(text, at))?;
    let (month, p) = month(text, skip_small(text, p))?;
    let (year, end) = year_behind(text, p)?;
    let point = Point { year: Some(year), month, day, ..Point::default() };
    Some(Read::one(point, Form::DayMonth, end))
}

/// One date of any kind, without a range.
fn one_at(text: &str, at: usize) -> Option<Read> {
    if !text.as_bytes().get(at)?.is_ascii_digit() {
        return month_first(text, at);
    }
    if token_year(text, at).is_some() {
        return numeric::year_first(text, at);
    }
    days_of_month(text, at).or_else(|| numeric::day_first(text, at))
}

/// Reads on where a second date of the same precision follows: `30 May – 1 June 2018`.
fn with_range(text: &str, read: Read) -> Option<Read> {
    if read.to.is_some() {
        return Some(read);
    }
    if read.form == Form::Year {
        return Some(years(text, &read).unwrap_or(read));
    }
    let second = range_sign(text, read.end).and_then(|p| {
        let (_, p) = skip_weekday(text, p);
        one_at(text, skip_small(text, p))
    });
    let Some(second) = second.filter(|s| fits(&read, s) && ends_well(text, s.end)) else {
        return Some(read);
    };
    let (mut from, mut to) = (read.from, second.from);
    // What one end shows of the order of day and month holds for the other.
    for (a, b) in [(&mut from, to), (&mut to, read.from)] {
        if let (true, Some(order)) = (a.open, b.shows) {
            *a = a.settled(order);
        }
    }
    Some(Read::range(from, to, read.form, second.end))
}

/// `1959 - 1961`, `2004–2006`: at most a lifetime.
fn years(text: &str, first: &Read) -> Option<Read> {
    let from = first.from.year?;
    // `1940-45`
    let short = || {
        let c = text[first.end..].chars().next().filter(|&c| is_dash(c))?;
        let (last, digits, end) = number(text, first.end + c.len_utf8())?;
        (digits == 2 && last > 12).then_some((from / 100 * 100 + last, end))
    };
    let full = range_sign(text, first.end).and_then(|p| token_year(text, p));
    let (last, end) = full.or_else(short)?;
    (from < last && last - from < 100 && ends_well(text, end))
        .then(|| Read::range(first.from, Point { year: Some(last), ..first.from }, Form::Year, end))
}

fn fits(first: &Read, second: &Read) -> bool {
    let same_precision = (first.from.day == 0) == (second.from.day == 0) && second.from.month > 0;
    same_precision && second.to.is_none() && (second.from.year.is_some() || first.from.year.is_none())
}

/// `30 July 2021`, `7 - 9 June`, `7, 8 and 9 June 2021`, `3rd of May`, `1er juin 2019`.
fn days_of_month(text: &str, at: usize) -> Option<Read> {
    let (first, mut p) = day(text, at)?;
    let mut last = first;
    for _ in 0..6 {
        let Some(q) = list_sign(text, p) else { break };
        let (_, q) = skip_weekday(text, q);
        let Some((value, q)) = day(text, skip_small(text, q)) else {
            break;
        };
        // `PR-19/07   March 21` counts releases.
        if value <= last {
            break;
        }
        (last, p) = (value, q);
    }
    // `05-Aug-2016`, `23/Sep/2020`, `18 - Mai - 2022`
    let is_joint = |c: char| is_dash(c) || c == '/';
    let spaced = skip_space(text, p);
    let joint = text.get(spaced..)?.chars().next().filter(|&c| is_joint(c)).map_or(0, char::len_utf8);
    let q = match joint {
        0 => skip_small(text, skip_day_of(text, p)),
        _ => skip_space(text, spaced + joint),
    };
    let apart = joint > 0 && spaced > p;
    let stopped = |end: usize| if text[end..].starts_with('.') { short_year(text, end + 1) } else { None };
    let roman = || {
        let roman = roman_month(text, q);
        roman.filter(|&(_, end)| year_behind(text, end).or_else(|| stopped(end)).is_some())
    };
    let named = month(text, q);
    let (month, mut end) = named.or_else(roman)?;
    let mut year = None;
    // A dash apart joins only where another follows: `3 - May 2018` is something else.
    let second = || {
        let p = skip_space(text, end);
        let c = text[p..].chars().next().filter(|&c| is_joint(c))?;
        token_year(text, skip_space(text, p + c.len_utf8()))
    };
    if apart {
        let (y, end) = second()?;
        let point = Point { year: Some(y), month, day: last, ..Point::default() };
        return (last == first).then(|| Read::one(point, Form::DayMonth, end));
    }
    // `05-Aug-16`: between dashes two digits are a year.
    let short = || {
        let c = text[end..].chars().next().filter(|&c| joint > 0 && is_joint(c))?;
        short_year(text, end + c.len_utf8())
    };
    // `16.VII.03`
    let roman = || if named.is_none() { stopped(end) } else { None };
    if let Some((y, p)) = year_behind(text, end).or_else(short).or_else(roman) {
        (year, end) = (Some(y), p);
    }
    let point = |day| Point { year, month, day, ..Point::default() };
    Some(if last == first {
        Read::one(point(first), Form::DayMonth, end)
    } else {
        Read::range(Point { year: None, ..point(first) }, point(last), Form::DayMonth, end)
    })
}

/// The offset behind `day of`, which may stand between day and month.
fn skip_day_of(text: &str, at: usize) -> usize {
    let p = skip_space(text, at);
    if text.get(p..).is_some_and(|rest| rest.starts_with("day of ")) { p + 3 } else { at }
}

/// `4 to January 22, 1995`
fn day_to_month(text: &str, at: usize) -> Option<Read> {
    let (first, p) = day(text, at)?;
    let second = month_first(text, range_sign(text, p)?)?;
    let from = Point { year: None, day: first, ..second.from };
    (second.from.day > first && second.to.is_none())
        .then(|| Read::range(from, second.from, Form::DayMonth, second.end))
}

/// `July 30, 2021`, `June 7–9, 2021`, `July 2021`, `Dec/2018`.
fn month_first(text: &str, at: usize) -> Option<Read> {
    let (month, p) = month(text, at)?;
    let joint = text.get(p..)?.chars().next().filter(|&c| is_dash(c) || c == '/').map_or(0, char::len_utf8);
    let q = if joint > 0 { p + joint } else { skip_small(text, p) };
    let Some((first, mut end)) = day(text, q).filter(|&(_, e)| !goes_on(text, e)) else {
        let (year, end) = year_behind(text, p)?;
        return Some(Read::one(Point { year: Some(year), month, ..Point::default() }, Form::Month, end));
    };
    let mut last = first;
    for _ in 0..6 {
        let Some(q) = list_sign(text, end) else { break };
        let (_, q) = skip_weekday(text, q);
        let Some((value, q)) = day(text, skip_small(text, q)).filter(|&(_, e)| !goes_on(text, e)) else {
            break;
        };
        // In `June 7 – 9 July` the second number belongs to July.
        if token_is_month(text, q) {
            break;
        }
        (last, end) = (value, q);
    }
    let mut year = None;
    if let Some((y, p)) = year_behind(text, end) {
        (year, end) = (Some(y), p);
    }
    let point = |day| Point { year, month, day, ..Point::default() };
    Some(if last == first {
        Read::one(point(first), Form::MonthDay, end)
    } else {
        Read::range(Point { year: None, ..point(first) }, point(last), Form::MonthDay, end)
    })
}

/// Whether a number is no day after all: `May 14:30`, `May 5.5`, `May 5G`, `May 5 %`.
fn goes_on(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or("").as_bytes();
    match rest {
        [b':' | b'.' | b',', b, ..] if b.is_ascii_digit() => number(text, at + 1).is_none_or(|n| n.1 != 4),
        [b'%', ..] => true,
        [b, ..] => b.is_ascii_alphabetic(),
        [] => false,
    }
}

fn token_is_month(text: &str, at: usize) -> bool {
    month(text, skip_small(text, at)).is_some()
}

/// `Jan-Feb 2017`, `May to Oct 2020`, `April/May 2021`.
fn month_range(text: &str, at: usize) -> Option<Read> {
    let (first, p) = month(text, at)?;
    let q = skip_space(text, p);
    let (last, p) = match text.get(q..)?.starts_with('/') {
        true => month(text, skip_space(text, q + 1))?,
        false => month(text, range_sign(text, p)?)?,
    };
    let (year, end) = year_behind(text, p)?;
    let from = Point { month: first, ..Point::default() };
    Some(Read::range(from, Point { year: Some(year), month: last, ..Point::default() }, Form::Month, end))
}

/// Whether nothing behind the date shows that it was part of something longer.
fn ends_well(text: &str, end: usize) -> bool {
    let mut chars = text.get(end..).unwrap_or("").chars();
    match (chars.next(), chars.next()) {
        (Some(c), _) if c.is_numeric() || c == '%' => false,
        // `2021Title`: the space is lost; but `2021st` is no year.
        (Some(c), _) if c.is_alphabetic() => !c.is_lowercase(),
        (Some('.' | '-' | '/' | '\u{2011}'), Some(d)) => !d.is_ascii_digit(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Order, calendar};
    use super::*;

    fn edtf(text: &str) -> String {
        date_at(text, 0)
            .and_then(|d| d.resolve(Order::DayFirst, Some(2016)))
            .map_or_else(|| "none".to_owned(), |d| d.edtf)
    }

    #[test]
    fn reads_days_in_words() {
        for (text, want) in [
            ("30 July 2021: Bridge", "2021-07-30"),
            ("July 30, 2021", "2021-07-30"),
            ("3rd February 2022 – Bridge", "2022-02-03"),
            ("Monday, 12th of May, 2014", "2014-05-12"),
            ("3rd day of May, 2019", "2019-05-03"),
            ("1er juin 2019", "2019-06-01"),
            ("4. März 2019", "2019-03-04"),
            ("5 de mayo de 2020", "2020-05-05"),
            ("Sept. 5, 2019", "2019-09-05"),
            ("05-Aug-2016", "2016-08-05"),
            ("05-Aug-16", "2016-08-05"),
            ("18 - Mai - 2022", "2022-05-18"),
            ("16.VII.03", "2003-07-16"),
            ("2017. mayo 3.", "2017-05-03"),
            ("17. listopadu 2020", "2020-11-17"),
            ("30 July 2021Bridge", "2021-07-30"),
            ("Saturday 14 May: Bridge", "2016-05-14"),
        ] {
            assert_eq!(edtf(text), want, "{text}");
        }
    }

    #[test]
    fn reads_ranges_in_words() {
        for (text, want) in [
            ("7 - 9 June 2021: Bridge", "2021-06-07/2021-06-09"),
            ("30 May – 1 June 2018, Bridge", "2018-05-30/2018-06-01"),
            ("8-9 November 2018", "2018-11-08/2018-11-09"),
            ("June 7–9, 2021", "2021-06-07/2021-06-09"),
            ("June 28 - July 2, 2021", "2021-06-28/2021-07-02"),
            ("30 December – 2 January 2020", "2019-12-30/2020-01-02"),
            ("Monday 7 – Wednesday 9 June 2021", "2021-06-07/2021-06-09"),
            ("Jan-Feb 2017", "2017-01/2017-02"),
            ("1959 - 1961 Tents", "1959/1961"),
            ("2004–2006: The new wing", "2004/2006"),
            ("1940-45 Closed", "1940/1945"),
            ("28 December 2019 to 3 January 2020", "2019-12-28/2020-01-03"),
        ] {
            assert_eq!(edtf(text), want, "{text}");
        }
    }

    #[test]
    fn reads_the_shared_phrases_where_they_are_at_hand() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/public/cases/dates.json");
        let Ok(raw) = std::fs::read_to_string(path) else {
            return;
        };
        let cases: Vec<serde_json::Value> = serde_json::from_str(&raw).expect("dates.json is JSON");
        for case in cases {
            let text = case["text"].as_str().unwrap_or_default();
            let order = if case.get("locale").is_some() { Order::DayFirst } else { Order::MonthFirst };
            let got = date_at(text, 0).and_then(|d| d.resolve(order, None)).map(|d| d.edtf);
            assert_eq!(got.as_deref(), case["edtf"].as_str(), "{text}");
        }
    }

    #[test]
    fn leaves_what_is_no_date() {
        for text in [
            "31 June 2020",
            "14 boats",
            "May resigns",
            "2021st visitor",
            "may 14:30",
            "1/2 price",
            "3.5 million",
            "19/07 March 21, 2019",
            "3 - May resigns",
        ] {
            assert_eq!(edtf(text), "none", "{text}");
        }
    }

    #[test]
    fn leaves_a_number_behind_the_date() {
        assert_eq!(edtf("30 July 2021 – 12 boats"), "2021-07-30");
        assert_eq!(edtf("March 2019 - May resigns"), "2019-03");
        assert_eq!(calendar::days_in_month(2021, 13), 0);
    }
}
