//! Marks before the text of a line: bullets, numbers, Markdown, tags.
//!
//! A line comes in, its marks and the place where its text begins go out.

use super::names::{is_dash, is_space, skip_space};

/// Marks before the text of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Marks {
    /// `#` to `######`, or a tag `<h1>` to `<h6>`: 1 to 6.
    pub(super) heading: u8,
    /// `•`, `-`, `*` and a space.
    pub(super) bullet: bool,
    /// `1.`, `(2)`.
    pub(super) number: bool,
    /// `**`, `__`, `*`, `_`.
    pub(super) emphasis: bool,
    /// `|` or `>`: a table row or a quotation, where no heading stands.
    pub(super) foreign: bool,
}

/// Reads the marks at the start of a line; gives them and the offset behind.
///
/// `stop` says where a date begins: `30. July` is no numbered line.
pub(super) fn marks(text: &str, start: usize, stop: impl Fn(usize) -> bool) -> (Marks, usize) {
    let mut marks = Marks::default();
    let mut at = start;
    for _ in 0..6 {
        at = skip_space(text, at);
        let rest = text.get(at..).unwrap_or("");
        let Some(first) = rest.chars().next() else {
            break;
        };
        let hashes = rest.bytes().take_while(|&b| b == b'#').count();
        let spaced = rest[first.len_utf8()..].starts_with(is_space);
        // `+++ 3 May 2021 +++`, `|| 3 May 2021 ||`: drawn around a date.
        if let Some(len) = frame(rest).filter(|&len| stop(skip_space(text, at + len))) {
            at += len;
        } else if let Some(len) = arrow(text, at) {
            at += len;
        } else if first == '|' || first == '>' {
            marks.foreign = true;
            break;
        } else if hashes > 1 || hashes == 1 && (spaced || rest.len() == 1) {
            marks.heading = hashes.min(6) as u8;
            at += hashes;
        } else if first == '*' && spaced && is_starred(rest) {
            marks.emphasis = true;
            at += 1;
        } else if matches!(
            first,
            '•' | '·'
                | '▪'
                | '●'
                | '○'
                | '■'
                | '□'
                | '►'
                | '▶'
                | '➤'
                | '‣'
                | '◦'
                | '\u{f0b7}'
                | '»'
                | '→'
        ) || (is_dash(first) || matches!(first, '*' | '+' | 'o')) && spaced
        {
            marks.bullet = true;
            at += first.len_utf8();
        } else if let Some(len) = ornament(rest) {
            at += len;
        } else if matches!(first, '*' | '_') {
            marks.emphasis = true;
            at += rest.chars().take_while(|&c| c == first).count();
        } else if let Some(len) = tag(rest) {
            marks.heading = marks.heading.max(heading_tag(rest));
            at += len;
        } else if stop(at) {
            break;
        } else if let Some(len) = numbering(rest) {
            marks.number = true;
            at += len;
        } else {
            break;
        }
    }
    (marks, at)
}

/// The length of what opens a frame: a sign twice or more, or one bar that another closes;
/// a row of a table has more.
fn frame(rest: &str) -> Option<usize> {
    let first = rest.chars().next().filter(|c| matches!(c, '+' | '*' | '|' | '>' | ':' | '.' | '§'))?;
    let len: usize = rest.chars().take_while(|&c| c == first).map(char::len_utf8).sum();
    let line = rest.split(['\n', '\r']).next().unwrap_or("").trim_end();
    let bar = first == '|' && line.matches('|').count() == 2;
    let stars = first == '*' && len < 3;
    (len > 1 && !stars || len == 1 && bar).then_some(len)
}

/// The length of `>> ` before a title; lines that quote a quotation follow each other.
fn arrow(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(">>")?;
    let len = rest.bytes().take_while(|&b| b == b'>').count();
    let before = text[..at].trim_end_matches(is_space);
    let quoted = before.rsplit(['\n', '\r']).next().is_some_and(|l| l.starts_with('>'));
    let title = rest[len..]
        .strip_prefix(' ')?
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"'));
    (title && !quoted).then_some(2 + len)
}

/// `* Title *`: a title between stars, no line of a list.
fn is_starred(rest: &str) -> bool {
    let line = rest.split(['\n', '\r']).next().unwrap_or("").trim_end();
    line.len() > 4 && line.ends_with(" *") && line.matches('*').count() <= 3
}

/// The length of a drawing before a text: `🗓`, `~`, `---`, `===`.
fn ornament(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let icon = matches!(first, '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f300}'..='\u{1faff}');
    if icon {
        return Some(first.len_utf8());
    }
    if !is_dash(first) && !matches!(first, '~' | '=' | '<' | '/') {
        return None;
    }
    let len: usize = rest.chars().take_while(|&c| c == first).map(char::len_utf8).sum();
    let several = len > first.len_utf8() || first == '~';
    (several && rest[len..].starts_with(is_space)).then_some(len)
}

/// The length of `1.`, `12)`, `(3)`, `[4]`, `#5` with a space behind it.
fn numbering(rest: &str) -> Option<usize> {
    if let Some(number) = rest.strip_prefix('#') {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        return ((1..=3).contains(&digits) && number[digits..].starts_with(is_space)).then_some(digits + 1);
    }
    let open = usize::from(rest.starts_with(['(', '[']));
    let digits = rest.bytes().skip(open).take_while(u8::is_ascii_digit).count();
    let close = rest.as_bytes().get(open + digits)?;
    let fits = if open == 1 { matches!(close, b')' | b']') } else { matches!(close, b'.' | b')') };
    let spaced = rest.get(open + digits + 1..)?.starts_with(is_space);
    (fits && spaced && (1..=3).contains(&digits)).then_some(open + digits + 1)
}

/// The length of a short HTML tag.
fn tag(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('<')?;
    let len = inner.bytes().take(40).position(|b| b == b'>')?;
    let named = inner.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
    named.then_some(len + 2)
}

fn heading_tag(rest: &str) -> u8 {
    match rest.as_bytes() {
        [b'<', b'h' | b'H', n @ b'1'..=b'6', ..] => n - b'0',
        _ => 0,
    }
}
