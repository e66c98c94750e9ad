//! What may follow a date on its line: a weekday, a clock time, a time zone.

use super::super::names::{is_dash, skip_space, word_at};
use super::token::{number, skip_weekday};

/// Names of time zones.
const ZONES: &[&str] = &[
    "Z", "GMT", "UTC", "CET", "CEST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST",
    "PDT", "PT", "BST", "IST", "EET", "EEST", "MSK", "EAT", "WAT", "CAT", "SAST", "JST", "HKT", "SGT", "PHT",
    "WIB", "AEST", "AEDT", "NZST", "NZDT", "Eastern", "Pacific",
];

/// The offset behind a weekday and clock time that follow a date; `at` where neither does.
pub(in crate::segment) fn after_date(text: &str, at: usize) -> usize {
    let mut end = at;
    let p = skip_comma(text, end);
    let (weekday, p) = skip_weekday(text, p);
    if weekday > 0 {
        end = p;
    }
    if let Some(p) = clock_at(text, skip_joint(text, end)) {
        end = p;
        // `10:00 – 12:00`
        let q = skip_space(text, end);
        if text.get(q..).and_then(|r| r.chars().next()).is_some_and(is_dash)
            && let Some(p) = clock_at(text, skip_joint(text, q))
        {
            end = p;
        }
    }
    end
}

fn skip_comma(text: &str, at: usize) -> usize {
    let p = skip_space(text, at);
    match text.get(p..) {
        Some(rest) if rest.starts_with(',') => skip_space(text, p + 1),
        _ => p,
    }
}

/// Skips what joins date and time: a comma, dash, bar, `at`, the `T` of ISO 8601.
fn skip_joint(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    if rest.starts_with('T') && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return at + 1;
    }
    let mut p = skip_space(text, at);
    while let Some(c) = text.get(p..).and_then(|r| r.chars().next())
        && (is_dash(c)
            || matches!(c, ',' | '|' | '@' | '(' | '·' | '•' | '/')
            || rest.starts_with(". (") && p == at)
    {
        p = skip_space(text, p + c.len_utf8());
    }
    match word_at(text, p) {
        Some(w) if matches!(w.as_str(), "at" | "um" | "a" | "time") => skip_space(text, w.end),
        _ => p,
    }
}

/// `14:05`, `14:05:00Z`, `2.05 p.m.`, `14h05`, `10am`, each with its zone.
pub(in crate::segment) fn clock_at(text: &str, at: usize) -> Option<usize> {
    let (hour, digits, mut p) = number(text, at)?;
    if let Some(word) = word_at(text, skip_space(text, p)).filter(|_| digits == 4)
        && matches!(word.as_str(), "hrs" | "hours" | "hr" | "h")
        && hour < 2400
        && hour % 100 < 60
    {
        return Some(word.end);
    }
    if digits > 2 || hour > 24 {
        return None;
    }
    let mut minutes = false;
    let mut dotted = false;
    let sign = *text.as_bytes().get(p)?;
    if matches!(sign, b':' | b'.' | b'h' | b'H')
        && let Some((value, 2, q)) = number(text, p + 1)
        && value < 60
    {
        (minutes, dotted, p) = (true, sign == b'.', q);
        while matches!(text.as_bytes().get(p), Some(b':' | b'.'))
            && let Some((_, _, q)) = number(text, p + 1)
        {
            p = q;
        }
    }
    let (unit, p) = hour_unit(text, p);
    if !unit && (!minutes || dotted && !ends_here(text, p)) {
        return None;
    }
    Some(zone(text, p))
}

fn ends_here(text: &str, at: usize) -> bool {
    let p = skip_space(text, at);
    text.get(p..)
        .and_then(|r| r.chars().next())
        .is_none_or(|c| is_dash(c) || matches!(c, ':' | '|' | ')' | ','))
}

/// `am`, `p.m.`, `hrs`, `Uhr`: whether one stands there, and the offset behind it.
fn hour_unit(text: &str, at: usize) -> (bool, usize) {
    let p = skip_space(text, at);
    let rest = text.as_bytes().get(p..).unwrap_or(&[]);
    if let [b'a' | b'p' | b'A' | b'P', b'.', b'm' | b'M', tail @ ..] = rest {
        return (true, p + 3 + usize::from(tail.first() == Some(&b'.')));
    }
    match word_at(text, p) {
        Some(w) if matches!(w.as_str(), "am" | "pm" | "hrs" | "hr" | "hours" | "uhr" | "h") => (true, w.end),
        _ => (false, at),
    }
}

/// `GMT`, `UTC+2`, `Z`, `+02:00`, `(CET)`, where one stands.
fn zone(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut p = skip_space(text, at);
    if let Some(end) = ["local time", "Local time", "Local Time"]
        .iter()
        .find_map(|z| text.get(p..)?.starts_with(z).then(|| p + z.len()))
    {
        return end;
    }
    p += usize::from(text.get(p..).is_some_and(|r| r.starts_with('(')));
    if let Some(w) = word_at(text, p) {
        let name = text.get(p..w.end).unwrap_or("");
        let known = ZONES.contains(&name);
        if known {
            end = w.end;
        }
    }
    // `00:00:00 +0000`
    if text.get(end..).is_some_and(|r| r.starts_with(" +") || r.starts_with(" -"))
        && number(text, end + 2).is_some_and(|n| n.1 == 4)
    {
        end += 1;
    }
    let rest = text.get(end..).unwrap_or("");
    if rest.starts_with(['+', '-'])
        && let Some((_, digits, q)) = number(text, end + 1)
        && (digits == 4 || digits == 1 && end > at || digits == 2 && rest[1..].starts_with(['0', '1']))
    {
        end = q;
        if text.as_bytes().get(q) == Some(&b':')
            && let Some((_, 2, q)) = number(text, q + 1)
        {
            end = q;
        }
    }
    end + usize::from(end > at && text.get(end..).is_some_and(|r| r.starts_with(')')))
}

/// `09:00 Opening`, `9.30 – Talks`
pub(in crate::segment) fn begins_with_clock(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line.as_bytes()[digits..];
    let minutes = matches!(rest, [b':' | b'.' | b'h', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit());
    (1..=2).contains(&digits)
        && minutes
        && rest.get(3).is_none_or(|b| !b.is_ascii_digit() && *b != b'.' && *b != b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(line: &str) -> &str {
        &line[after_date(line, 0)..]
    }

    #[test]
    fn skips_clock_times_and_weekdays() {
        assert_eq!(rest(", Friday"), "");
        assert_eq!(rest(" 14:05"), "");
        assert_eq!(rest("T14:05:00+02:00"), "");
        assert_eq!(rest(", 2.05 p.m. CET - Dam"), " - Dam");
        assert_eq!(rest(" at 10am: Dam"), ": Dam");
        assert_eq!(rest(" (Saturday): Dam"), ": Dam");
    }

    #[test]
    fn leaves_numbers_of_the_title() {
        assert_eq!(rest(": 14 boats"), ": 14 boats");
        assert_eq!(rest(" - 20 years on"), " - 20 years on");
        assert_eq!(rest(" 3.50 euros"), " 3.50 euros");
    }
}
