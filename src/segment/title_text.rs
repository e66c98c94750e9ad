//! A title without what stands around it, and its text.
//!
//! The place of a title comes in; out goes where its words begin and end, marks and joints trimmed,
//! and how it is written on one line.

use super::marks::marks;
use super::names::{is_dash, is_space};
use crate::document::Span;

/// Trims white space, marks of emphasis and links from both ends of a title.
pub(super) fn trim_title(text: &str, span: Span) -> Span {
    trim(text, span, false)
}

/// As `trim_title`, and what joins the title to a date behind it: a dash, comma, bracket.
pub(super) fn trim_joint(text: &str, span: Span) -> Span {
    trim(text, span, true)
}

/// `Title (Orlo`, cut off at a date, has the title before the bracket.
pub(super) fn before_bracket(text: &str, title: Span) -> Span {
    let words = &text[title.start..title.end];
    match words.rfind(" (") {
        Some(open) if !words[open..].contains(')') => {
            trim_joint(text, Span { end: title.start + open, ..title })
        }
        _ => title,
    }
}

fn trim(text: &str, span: Span, joint: bool) -> Span {
    let Span { start, end } = span;
    if start >= end {
        return Span { start, end: start };
    }
    let piece = &text[start..end];
    // More than three stars are part of what the title says.
    let stars = piece.bytes().take_while(|&b| matches!(b, b'*' | b'_')).count();
    let lead = if stars <= 3 { piece[stars..].trim_start_matches(is_space) } else { piece };
    let start = end - lead.len();
    let mut body = lead.trim_end_matches(is_space);
    if let Some(inner) = link_label(body) {
        let start = start + 1;
        return trim(text, Span { start, end: start + inner.len() }, joint);
    }
    let mut cut = true;
    while cut {
        let before = body.len();
        body = body.trim_end_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '|' | '#'));
        body = body.strip_suffix(':').unwrap_or(body);
        let equals = body.trim_end_matches('=');
        if equals.ends_with(is_space) {
            body = equals;
        }
        let dashless = body.trim_end_matches(is_dash);
        if dashless.ends_with(is_space) {
            body = dashless;
        }
        if joint {
            body = body.trim_end_matches(|c: char| {
                is_dash(c) || matches!(c, ',' | ':' | '/' | '·' | '•' | '(' | '[' | '«' | '<' | '~')
            });
        }
        for tag in [
            "[edit]",
            "</b>",
            "</strong>",
            "</h1>",
            "</h2>",
            "</h3>",
            "</h4>",
            "</p>",
            "</a>",
            "<br>",
            "<br/>",
        ] {
            body = body.strip_suffix(tag).unwrap_or(body);
        }
        cut = body.len() < before;
    }
    Span { start, end: start + body.len() }
}

/// The label of `[label](target)` where that is the whole piece.
fn link_label(piece: &str) -> Option<&str> {
    let inner = piece.strip_prefix('[')?;
    let close = inner.find("](")?;
    let target = &inner[close + 2..];
    (target.find(')')? == target.len() - 1).then(|| &inner[..close])
}

/// The title of a line or block without its marks: `### 1) Title` has `Title`.
pub(super) fn unmarked(text: &str, span: Span) -> Span {
    let (_, at) = marks(&text[..span.end], span.start, |_| false);
    let trimmed = trim_title(text, Span { start: at, end: span.end });
    if trimmed.start >= trimmed.end { span } else { trimmed }
}

/// The title of an item as one line: plain single spaces, hyphens of broken lines mended.
///
/// ```text
/// "one aero-\nplane and a  wedding" -> "one aeroplane and a wedding"
/// ```
pub fn title_text(text: &str, span: Span) -> String {
    let piece = text.get(span.start..span.end).unwrap_or("");
    let mut out = String::with_capacity(piece.len());
    for line in piece.split(['\n', '\r']) {
        let line = line.trim_matches(is_space);
        if line.is_empty() {
            continue;
        }
        let mends = out.ends_with(is_dash)
            && out.chars().rev().nth(1).is_some_and(char::is_alphabetic)
            && line.starts_with(char::is_lowercase);
        if mends {
            out.pop();
        } else if !out.is_empty() && (!out.ends_with('-') || out.ends_with(" -")) {
            out.push(' ');
        }
        let mut gap = false;
        for c in line.chars() {
            if c.is_whitespace() {
                gap = true;
            } else if !is_space(c) {
                if gap {
                    out.push(' ');
                }
                gap = false;
                out.push(c);
            }
        }
    }
    out.replace("&nbsp;", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_titles_that_were_broken() {
        let text = "One aero-\nplane and\u{a0}a  wed-\n\tding";
        assert_eq!(title_text(text, Span { start: 0, end: text.len() }), "One aeroplane and a wedding");
    }

    #[test]
    fn trims_marks_and_joints() {
        let text = "**[A dam](http://dam.example)** ";
        let span = trim_title(text, Span { start: 0, end: text.len() });
        assert_eq!(&text[span.start..span.end], "[A dam](http://dam.example)");
        let text = "A dam for Orlo (";
        let span = trim_joint(text, Span { start: 0, end: text.len() });
        assert_eq!(&text[span.start..span.end], "A dam for Orlo");
    }
}
