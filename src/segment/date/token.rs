//! The pieces of dates: numbers, days, years, month words and what may stand between them.
//!
//! Each function reads at a byte offset and gives what it read with the offset behind it.

use super::super::names::{Word, is_dash, month as month_of, skip_space, weekday, word_at};

/// A number of one to four digits with no digit behind it: value, digits, end.
pub(super) fn number(text: &str, at: usize) -> Option<(u16, usize, usize)> {
    let digits = text.as_bytes().get(at..)?.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let value = text.get(at..at + digits)?.parse().ok()?;
    Some((value, digits, at + digits))
}

/// A day of the month with its ordinal ending: `3`, `3rd`, `3.`, `1er`.
pub(super) fn day(text: &str, at: usize) -> Option<(u8, usize)> {
    let (value, digits, end) = number(text, at)?;
    if digits > 2 || !(1..=31).contains(&value) {
        return None;
    }
    Some((value as u8, skip_ordinal(text, end)))
}

fn skip_ordinal(text: &str, at: usize) -> usize {
    if let Some(word) = word_at(text, at) {
        return if matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "er" | "eme")
            || is_sign(text, at, word.end)
        {
            word.end
        } else {
            at
        };
    }
    let rest = text.get(at..).unwrap_or("");
    match rest.strip_prefix('.') {
        Some(next) if !next.starts_with(|c: char| c.is_ascii_digit()) => at + 1,
        _ => at,
    }
}

/// `º` and `ª` count as letters in Unicode.
fn is_sign(text: &str, at: usize, end: usize) -> bool {
    matches!(text.get(at..end), Some("º" | "ª"))
}

/// A month's name with the full stop of a short form.
pub(super) fn month(text: &str, at: usize) -> Option<(u8, usize)> {
    let word = word_at(text, at)?;
    let value = month_of(word.as_str())?;
    let stop = text.as_bytes().get(word.end) == Some(&b'.') && word.end - at <= 5;
    Some((value, word.end + usize::from(stop)))
}

/// A day of the month in words: `third`, `twenty-first`.
pub(super) fn day_in_words(text: &str, at: usize) -> Option<(u8, usize)> {
    const UNITS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let unit = |word: Word| {
        let name = word.as_str();
        let n = UNITS.iter().position(|u| *u == name)?;
        Some((n as u8 + 1, word.end))
    };
    let word = word_at(text, at)?;
    let tens = match word.as_str() {
        "twenty" => 20,
        "thirty" => 30,
        "thirtieth" => return Some((30, word.end)),
        _ => return unit(word),
    };
    let sign = text.get(word.end..)?.chars().next()?;
    let (n, end) = unit(word_at(text, word.end + sign.len_utf8())?)?;
    ((is_dash(sign) || sign == ' ') && n < 10 && tens + n <= 31).then_some((tens + n, end))
}

/// A month in Roman numerals: `4.V.2017`, `4 XI 2017`, small ones between full stops: `18.v.2023`.
pub(super) fn roman_month(text: &str, at: usize) -> Option<(u8, usize)> {
    const NUMERALS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let end = word_at(text, at)?.end;
    let name = text.get(at..end)?;
    let stopped = text[..at].ends_with('.') && text[end..].starts_with('.');
    let value = NUMERALS.iter().position(|n| {
        *n == name || stopped && !name.contains(char::is_uppercase) && n.eq_ignore_ascii_case(name)
    })?;
    Some((value as u8 + 1, end))
}

/// A year of four digits.
pub(super) fn year(text: &str, at: usize) -> Option<(u16, usize)> {
    let (value, digits, end) = number(text, at)?;
    (digits == 4 && (1800..2200).contains(&value)).then_some((value, end))
}

/// A year of two digits, the century by common sense.
pub(super) fn short_year(text: &str, at: usize) -> Option<(u16, usize)> {
    let (value, digits, end) = number(text, at)?;
    (digits == 2).then_some((if value < 70 { 2000 + value } else { 1900 + value }, end))
}

/// The year behind a month or day: ` 2021`, `, 2021`, ` of 2021`, `-2021`, ` '21`.
pub(super) fn year_behind(text: &str, at: usize) -> Option<(u16, usize)> {
    let rest = text.get(at..)?;
    let mut c = rest.chars();
    let first = c.next()?;
    if is_dash(first) || first == '/' {
        return year(text, at + first.len_utf8());
    }
    let mut p = skip_space(text, at);
    if text.get(p..)?.starts_with([',', '.']) {
        p = skip_space(text, p + 1);
    }
    if let Some(word) = word_at(text, p)
        && matches!(word.as_str(), "of" | "in" | "de" | "del")
    {
        p = skip_space(text, word.end);
    }
    if let Some(rest) = text.get(p..)
        && let Some(mark) = rest.chars().next().filter(|c| matches!(c, '\'' | '’' | '‘'))
    {
        return short_year(text, p + mark.len_utf8());
    }
    year(text, p)
}

/// A weekday with the comma or full stop behind it: 1 to 7, or 0 where none stands there.
pub(super) fn skip_weekday(text: &str, at: usize) -> (u8, usize) {
    let open = usize::from(text.get(at..).is_some_and(|r| r.starts_with('(')));
    let Some(word) = word_at(text, at + open) else {
        return (0, at);
    };
    let Some(value) = weekday(word.as_str()) else {
        return (0, at);
    };
    let mut p = word.end;
    while text.get(p..).is_some_and(|r| r.starts_with([',', '.', ')'])) {
        p += 1;
    }
    (value, skip_space(text, p))
}

/// What joins the ends of a range: a dash, `to`, `until`, `and`, `&`.
pub(super) fn range_sign(text: &str, at: usize) -> Option<usize> {
    let p = skip_space(text, at);
    let first = text.get(p..)?.chars().next()?;
    if is_dash(first) || first == '&' {
        return Some(skip_space(text, p + first.len_utf8()));
    }
    let word = word_at(text, p)?;
    matches!(
        word.as_str(),
        "to" | "until"
            | "till"
            | "through"
            | "thru"
            | "and"
            | "bis"
            | "und"
            | "au"
            | "al"
            | "et"
            | "y"
            | "a"
            | "tot"
    )
    .then(|| skip_space(text, word.end))
}

/// As `range_sign`, or a comma or slash: what may join the days of one month.
pub(super) fn list_sign(text: &str, at: usize) -> Option<usize> {
    let p = skip_space(text, at);
    if text.get(p..)?.starts_with([',', '/', '+']) {
        let p = skip_space(text, p + 1);
        return Some(range_sign(text, p).unwrap_or(p));
    }
    range_sign(text, p)
}

/// `of`, `de`, `the` and the like, where they stand.
pub(super) fn skip_small(text: &str, at: usize) -> usize {
    let p = skip_space(text, at);
    match word_at(text, p) {
        Some(w) if matches!(w.as_str(), "of" | "de" | "the" | "den" | "le" | "del") => {
            skip_space(text, w.end)
        }
        _ => p,
    }
}
