//! Dates as headings write them: a place in a line comes in, a date with open ends goes out.
//!
//! `grammar` reads dates in words and `numeric` those in numbers, both over the pieces that `token`
//! gives; `clock` reads what may follow a date, `find` looks for the first in a line. `calendar` says what a date means once the page has
//! told its year and its order of day and month. Whether a date heads an item is left to `choose`.

mod calendar;
mod clock;
mod find;
mod grammar;
mod numeric;
mod token;

pub(super) use calendar::Order;
pub(super) use clock::{after_date, begins_with_clock, clock_at};
pub(super) use find::find_date;
pub(super) use grammar::date_at;

use crate::document::Span;

/// How fine a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A day, or a range of days.
    Day,
    /// A month, or a range of months.
    Month,
    /// A year.
    Year,
}

/// The date of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDate {
    /// EDTF (ISO 8601-2): `2021-07-30`, `2021-04`, `2023`, `2021-06-07/2021-06-09`.
    pub edtf: String,
    /// The first day meant, `YYYY-MM-DD`.
    pub start: String,
    /// The last day meant, `YYYY-MM-DD`.
    pub end: String,
    /// How fine it is.
    pub precision: Precision,
    /// Where the date stands in the page, in bytes.
    pub span: Span,
}

/// One end of a date as it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Point {
    pub(super) year: Option<u16>,
    /// 1 to 12; 0 where the text has none.
    pub(super) month: u8,
    /// 1 to 31; 0 where the text has none.
    pub(super) day: u8,
    /// Numbers only, both at most 12, and written with a slash or hyphen: the page decides.
    pub(super) open: bool,
    /// Numbers only, and one of them is above 12: the order that this shows.
    pub(super) shows: Option<Order>,
    /// 1 (Monday) to 7; 0 where the text has none.
    pub(super) weekday: u8,
}

/// How the date was written; equal for the headings of one page as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `30 July 2021`
    DayMonth,
    /// `July 30, 2021`
    MonthDay,
    /// `July 2021`
    Month,
    /// `30.07.2021`, `12/09/2017`
    Numeric,
    /// `2021-07-30`, `2021 July 30`
    YearFirst,
    /// `07/2021`, `2021-07`
    NumericMonth,
    /// `2021`
    Year,
}

/// A date as it was read, before the page has told its year and order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RawDate {
    pub(super) from: Point,
    /// The end of a range, where there is one.
    pub(super) to: Option<Point>,
    pub(super) form: Form,
    /// The date without weekday before or clock time behind it.
    pub(super) span: Span,
}

impl RawDate {
    /// Whether the text states the year itself.
    pub(super) fn has_year(&self) -> bool {
        self.from.year.is_some() || self.to.is_some_and(|p| p.year.is_some())
    }
}
