//! The first date somewhere in a line, past clock times and numbers that count.

use super::super::names::{is_dash, is_space, month, weekday, word_at};
use super::{Form, RawDate, clock_at, date_at};

/// The first date of some weight from `at` on: where it starts, its weekday included.
pub(in crate::segment) fn find_date(text: &str, at: usize) -> Option<(usize, RawDate)> {
    let bytes = text.as_bytes();
    let mut p = at;
    while p < bytes.len() {
        if bytes[p].is_ascii_digit() {
            let digits = text[p..].bytes().take_while(u8::is_ascii_digit).count();
            let dashed = text[p + digits..].trim_start_matches(is_space).starts_with(is_dash);
            let counted = |d: &RawDate| (d.to.is_some() || dashed) && follows_counter(&text[at..p]);
            if let Some(raw) =
                date_at(text, p).filter(|d| !matches!(d.form, Form::Year | Form::NumericMonth) && !counted(d))
            {
                return Some((p, raw));
            }
            // The minutes of `14:05, 27 July 2021` are no day.
            if let Some(end) = clock_at(text, p) {
                p = end;
                continue;
            }
            p += bytes[p..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'.' | b','))
                .count();
        } else if let Some(word) = word_at(text, p) {
            let name = word.as_str();
            if (month(name).is_some() || weekday(name).is_some())
                && let Some(raw) = date_at(text, p)
            {
                return Some((p, raw));
            }
            p = word.end;
        } else {
            p += text[p..].chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// Words whose number counts them.
const COUNTERS: &[&str] = &[
    "day", "week", "part", "no", "nr", "number", "vol", "update", "sitrep", "bulletin", "entry", "letter",
    "circular", "session", "issue",
];

/// Whether a number counts what stands before it: `Day 1 – 23 February` is no range of days.
fn follows_counter(before: &str) -> bool {
    let before = before.trim_end_matches(is_space);
    let word = before.rsplit(is_space).next().unwrap_or("").trim_end_matches(['.', ':']);
    before.ends_with('#') || COUNTERS.iter().any(|w| word.eq_ignore_ascii_case(w))
}
