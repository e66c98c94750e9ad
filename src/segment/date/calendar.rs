//! From what was read to what is meant: fills in the year, settles day and month, writes EDTF.

use super::{ItemDate, Point, Precision, RawDate};

/// Which of two open numbers is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::segment) enum Order {
    #[default]
    DayFirst,
    MonthFirst,
}

/// The number of days of a month in the Gregorian calendar; 0 for a month that is none.
pub(in crate::segment) fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// 1 (Monday) to 7 (Sunday), by Sakamoto's congruence.
pub(in crate::segment) fn weekday_of(year: u16, month: u8, day: u8) -> u8 {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let y = u32::from(year) - u32::from(month < 3);
    let m = SHIFT[usize::from(month.clamp(1, 12)) - 1];
    let from_sunday = (y + y / 4 - y / 100 + y / 400 + m + u32::from(day)) % 7;
    if from_sunday == 0 { 7 } else { from_sunday as u8 }
}

impl Point {
    /// The point with day and month in their places.
    fn ordered(self, order: Order) -> Point {
        if self.open && order == Order::MonthFirst { self.settled(order) } else { self }
    }

    /// The point with its open numbers, read day first so far, put in this order for good.
    pub(super) fn settled(mut self, order: Order) -> Point {
        if self.open && order == Order::MonthFirst {
            (self.day, self.month) = (self.month, self.day);
        }
        Point { open: false, shows: Some(order), ..self }
    }

    fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Whether such a day can be; 29 February passes where the year is unknown.
    pub(super) fn is_possible(self) -> bool {
        let year = self.year.unwrap_or(2000);
        match (self.month, self.day) {
            (0, 0) => self.year.is_some(),
            (m, 0) => m <= 12,
            (m, d) => d <= days_in_month(year, m),
        }
    }

    fn edtf(self, year: u16) -> String {
        let mut edtf = day_of(year, self.month, self.day);
        edtf.truncate(match self.precision() {
            Precision::Year => "2031".len(),
            Precision::Month => "2031-04".len(),
            Precision::Day => edtf.len(),
        });
        edtf
    }

    fn first_day(self, year: u16) -> String {
        day_of(year, self.month.max(1), self.day.max(1))
    }

    fn last_day(self, year: u16) -> String {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in_month(year, month) } else { self.day };
        day_of(year, month, day)
    }
}

/// `2031-04-23`, digit by digit: each date of a page is written in several readings, most of which are dropped.
fn day_of(year: u16, month: u8, day: u8) -> String {
    let digit = |n: u16| char::from(b'0' + (n % 10) as u8);
    let (month, day) = (u16::from(month), u16::from(day));
    let [thousands, hundreds, tens] = [year / 1000, year / 100, year / 10].map(digit);
    let (m, d) = ([month / 10, month].map(digit), [day / 10, day].map(digit));
    String::from_iter([thousands, hundreds, tens, digit(year), '-', m[0], m[1], '-', d[0], d[1]])
}

impl RawDate {
    /// The date meant. `year` is what the page states for a date that has none.
    ///
    /// `None` where no year is known or where the day does not exist (31 June).
    pub(in crate::segment) fn resolve(&self, order: Order, year: Option<u16>) -> Option<ItemDate> {
        let from = self.from.ordered(order);
        let Some(to) = self.to.map(|p| p.ordered(order)) else {
            let y = from.year.or(year)?;
            return valid(from, y)
                .then(|| self.date(from.edtf(y), from.first_day(y), from.last_day(y), from.precision()));
        };
        let (a, b) = match (from.year, to.year) {
            (Some(a), Some(b)) => (a, b),
            (Some(a), None) => (a, if later(from, to) { a.checked_add(1)? } else { a }),
            (None, Some(b)) => (if later(from, to) { b.checked_sub(1)? } else { b }, b),
            (None, None) => (year?, if later(from, to) { year?.checked_add(1)? } else { year? }),
        };
        if !valid(from, a) || !valid(to, b) || a > b || a == b && later(from, to) {
            return None;
        }
        let (start, end) = (from.edtf(a), to.edtf(b));
        let edtf = if start == end { start } else { format!("{start}/{end}") };
        Some(self.date(edtf, from.first_day(a), to.last_day(b), from.precision().max(to.precision())))
    }

    fn date(&self, edtf: String, start: String, end: String, precision: Precision) -> ItemDate {
        ItemDate { edtf, start, end, precision, span: self.span }
    }

    /// The same date, its open numbers settled.
    pub(in crate::segment) fn with_order(mut self, order: Order) -> RawDate {
        self.from = self.from.settled(order);
        self.to = self.to.map(|p| p.settled(order));
        self
    }

    /// Whether the weekday that the text names falls on this date in `year`; true where it names none.
    pub(in crate::segment) fn weekday_agrees(&self, year: u16) -> bool {
        let p = self.from;
        p.weekday == 0
            || p.day == 0
            || p.month == 0
            || weekday_of(p.year.unwrap_or(year), p.month, p.day) == p.weekday
    }
}

fn valid(p: Point, year: u16) -> bool {
    p.month <= 12 && (p.day == 0 || p.day <= days_in_month(year, p.month))
}

/// Whether `a` comes after `b` within one year.
fn later(a: Point, b: Point) -> bool {
    (a.month, a.day) > (b.month, b.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_weekdays() {
        assert_eq!(weekday_of(2016, 5, 14), 6);
        assert_eq!(weekday_of(2000, 1, 1), 6);
        assert_eq!(weekday_of(2024, 2, 29), 4);
    }

    #[test]
    fn knows_leap_years() {
        assert_eq!(days_in_month(1900, 2), 28);
        assert_eq!(days_in_month(2000, 2), 29);
    }
}
