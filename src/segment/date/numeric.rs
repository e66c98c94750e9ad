//! Dates in numbers: `30.07.2021`, `12/09/2017`, `2021-07-30`, `07/2021`, `7.-9.6.2021`.

use super::super::names::{is_dash, skip_space};
use super::grammar::Read;
use super::token::{day, month, number, range_sign, short_year, year};
use super::{Form, Order, Point};

/// The sign between the numbers of a date, spaces around it allowed: sign, end.
fn sign(text: &str, at: usize) -> Option<(char, usize)> {
    let p = skip_space(text, at);
    let c = text.get(p..)?.chars().next()?;
    let kind = match c {
        '.' | '/' => c,
        c if is_dash(c) => '-',
        _ => return None,
    };
    Some((kind, skip_space(text, p + c.len_utf8())))
}

/// The sign with no space before it.
fn tight_sign(text: &str, at: usize) -> Option<(char, usize)> {
    sign(text, at).filter(|_| skip_space(text, at) == at)
}

fn small(text: &str, at: usize) -> Option<(u8, usize)> {
    let (value, digits, end) = number(text, at)?;
    (digits <= 2 && (1..=31).contains(&value)).then_some((value as u8, end))
}

/// Two numbers, the first as it stands; which is the day is settled here or left open.
fn pair(a: u8, b: u8, year: Option<u16>, dotted: bool) -> Option<Point> {
    let (day, month, open, shows) = match (a > 12, b > 12) {
        (true, true) => return None,
        (true, false) => (a, b, false, Some(Order::DayFirst)),
        (false, true) => (b, a, false, Some(Order::MonthFirst)),
        (false, false) => (a, b, !dotted && a != b, None),
    };
    Some(Point { year, month, day, open, shows, weekday: 0 })
}

/// `30.07.2021`, `12/09/17`, `07/2021`, `14.5.`
pub(super) fn day_first(text: &str, at: usize) -> Option<Read> {
    let (a, p) = small(text, at)?;
    let (kind, p) = sign(text, p)?;
    if let Some((y, end)) = year(text, p) {
        let point = Point { year: Some(y), month: a, ..Point::default() };
        return (a <= 12).then(|| Read::one(point, Form::NumericMonth, end));
    }
    let (b, p) = small(text, p)?;
    let second = sign(text, p).filter(|s| s.0 == kind);
    let full = second.and_then(|(_, q)| {
        year(text, q).or_else(|| short_year(text, q).filter(|_| kind != '-' || q == p + 1))
    });
    if let Some((y, end)) = full {
        return Some(Read::one(pair(a, b, Some(y), kind == '.')?, Form::Numeric, end));
    }
    // Without a year only `14.5.`, both stops tight: `3.5` is a number, `24/7` a phrase.
    let tight = text.as_bytes().get(p) == Some(&b'.') && kind == '.';
    tight.then(|| pair(a, b, None, true).map(|x| Read::one(x, Form::Numeric, p + 1)))?
}

/// `2021-07-30`, `2021/Sep/23`, `2016 10 16`, `2021, July`, `2015-3`, `2023`.
pub(super) fn year_first(text: &str, at: usize) -> Option<Read> {
    let (y, p) = year(text, at)?;
    let point = |month, day| Point { year: Some(y), month, day, ..Point::default() };
    if let Some((kind, q)) = sign(text, p) {
        let tight = text.get(p..q)?.chars().count() == 1;
        if let Some((m, q)) = month(text, q) {
            // `2017. május 3.`
            let behind = if kind == '.' { Some(skip_space(text, q)) } else { None };
            let next = sign(text, q).filter(|s| s.0 == kind).map(|s| s.1).or(behind);
            if let Some((d, end)) = next.and_then(|p| day(text, p)) {
                return Some(Read::one(point(m, d), Form::YearFirst, end));
            }
            if tight {
                return Some(Read::one(point(m, 0), Form::YearFirst, q));
            }
        }
        if let Some((m, q)) = small(text, q).filter(|m| m.0 <= 12) {
            let d = sign(text, q).filter(|s| s.0 == kind).and_then(|s| small(text, s.1));
            if let Some((d, end)) = d {
                return Some(Read::one(point(m, d), Form::YearFirst, end));
            }
            if !text.get(q..)?.starts_with(|c: char| c.is_alphanumeric() || c == '%') {
                return Some(Read::one(point(m, 0), Form::NumericMonth, q));
            }
        }
    }
    let comma = skip_space(text, p);
    let q = skip_space(text, comma + usize::from(text.get(comma..)?.starts_with(',')));
    if let Some((m, q)) = month(text, q) {
        let d = day(text, skip_space(text, q))
            .filter(|d| !text[d.1..].starts_with(|c: char| c == ':' || c.is_alphanumeric()));
        return Some(match d {
            Some((d, end)) => Read::one(point(m, d), Form::YearFirst, end),
            None => Read::one(point(m, 0), Form::YearFirst, q),
        });
    }
    if let Some((m, q)) = small(text, q)
        && let Some((d, end)) = small(text, skip_space(text, q))
        && m <= 12
        && q - p == 3
    {
        return Some(Read::one(point(m, d), Form::YearFirst, end));
    }
    Some(Read::one(point(0, 0), Form::Year, p))
}

/// Ranges that write the year once: `7.-9.6.2021`, `30.5.–2.6.2018`, `10/1-11/2/2017`.
pub(super) fn short_range(text: &str, at: usize) -> Option<Read> {
    let (a, p) = day(text, at)?;
    if let Some(second) = range_sign(text, p).and_then(|q| full(text, q)) {
        let from = Point { year: None, day: a, open: false, ..second.from };
        return Some(Read::range(from, second.from, Form::Numeric, second.end));
    }
    let (a, p) = small(text, at)?;
    let (kind, p) = tight_sign(text, p).filter(|s| s.0 != '-')?;
    let (b, p) = small(text, p)?;
    let p = p + usize::from(kind == '.' && text.as_bytes().get(p) == Some(&b'.'));
    let second = full(text, range_sign(text, p)?)?;
    let mut from = pair(a, b, None, kind == '.')?;
    let mut to = second.from;
    if let (true, Some(order)) = (from.open, to.shows) {
        from = from.settled(order);
    }
    if let (true, Some(order)) = (to.open, from.shows) {
        to = to.settled(order);
    }
    Some(Read::range(from, to, Form::Numeric, second.end))
}

/// A numeric date with day, month and year.
fn full(text: &str, at: usize) -> Option<Read> {
    day_first(text, at).filter(|r| r.form == Form::Numeric && r.from.year.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::grammar::date_at;
    use super::*;

    fn edtf(text: &str, order: Order) -> String {
        date_at(text, 0).and_then(|d| d.resolve(order, None)).map_or_else(|| "none".to_owned(), |d| d.edtf)
    }

    #[test]
    fn reads_numbers() {
        for (text, want) in [
            ("23.04.2021: Dam", "2021-04-23"),
            ("29.01.04 - Dam", "2004-01-29"),
            ("12/09/2017 Dam", "2017-09-12"),
            ("2021-07-30 Dam", "2021-07-30"),
            ("2016 10 16", "2016-10-16"),
            ("2015.5.13", "2015-05-13"),
            ("07/2021: Dam", "2021-07"),
            ("2023: Dam", "2023"),
            ("7.-9.6.2021", "2021-06-07/2021-06-09"),
            ("30.5.–2.6.2018: Dam", "2018-05-30/2018-06-02"),
            ("10/06/2019 to 12/06/2019", "2019-06-10/2019-06-12"),
        ] {
            assert_eq!(edtf(text, Order::DayFirst), want, "{text}");
        }
    }

    #[test]
    fn obeys_the_order_of_the_page_where_it_is_open() {
        assert_eq!(edtf("04/07/2017", Order::MonthFirst), "2017-04-07");
        assert_eq!(edtf("04.07.2017", Order::MonthFirst), "2017-07-04");
        assert_eq!(edtf("21/04/2016", Order::MonthFirst), "2016-04-21");
        assert_eq!(edtf("10/1-11/2/2017", Order::MonthFirst), "2017-10-01/2017-11-02");
    }

    #[test]
    fn leaves_other_numbers() {
        for text in ["3.5", "24/7 help", "1.2.3", "192.168.1.1", "31/31/2020", "10-15 people"] {
            assert_eq!(edtf(text, Order::DayFirst), "none", "{text}");
        }
    }
}
