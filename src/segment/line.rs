//! The page as lines: where each begins and ends, which are empty, which are drawn rules.
//!
//! Everything after this looks at lines, never at the text as a whole; a line without a digit is
//! never searched for a date.

use super::names::is_space;
use crate::document::Span;

/// One line without its line end and without white space at its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: LineKind,
    /// Whether an ASCII digit stands in it.
    pub(super) digit: bool,
    /// First and last line of the block of text lines that this line is in.
    block: (u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Blank,
    /// `-----`, `* * *`, `____`
    Rule,
    Text,
}

impl Line {
    pub(super) fn is_text(&self) -> bool {
        self.kind == LineKind::Text
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }
}

/// A page cut into lines.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line>,
    /// Paragraphs are broken into lines of about one width (PDF, plain-text mail).
    pub(super) wrapped: bool,
    /// The width of such lines in bytes: nine in ten lines are no longer.
    pub(super) width: usize,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str) -> Page<'a> {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()) {
            // The second half of CRLF ends no line of its own.
            let second = text.as_bytes()[end] == b'\n' && end > 0 && text.as_bytes()[end - 1] == b'\r';
            if !second {
                lines.push(line(text, start, end));
            }
            start = end + 1;
        }
        lines.push(line(text, start, text.len()));
        set_blocks(&mut lines);
        let wrapped = is_wrapped(text, &lines);
        let width = width(&lines);
        Page { text, lines, wrapped, width }
    }

    pub(super) fn str(&self, i: usize) -> &'a str {
        let line = self.lines[i];
        &self.text[line.start..line.end]
    }

    /// Where line `i` stands in the text.
    pub(super) fn span(&self, i: usize) -> Span {
        Span { start: self.lines[i].start, end: self.lines[i].end }
    }

    pub(super) fn slice(&self, span: Span) -> &'a str {
        &self.text[span.start..span.end]
    }

    /// Whether line `i` exists and has text.
    pub(super) fn is_text(&self, i: usize) -> bool {
        self.lines.get(i).is_some_and(Line::is_text)
    }

    /// The line before `i` that is not blank.
    pub(super) fn text_before(&self, i: usize) -> Option<usize> {
        (0..i).rev().find(|&j| self.lines[j].kind != LineKind::Blank)
    }

    /// The line after `i` that is not blank.
    pub(super) fn text_after(&self, i: usize) -> Option<usize> {
        (i + 1..self.lines.len()).find(|&j| self.lines[j].kind != LineKind::Blank)
    }

    /// Whether line `i` starts a block: first line, or a blank or a rule before it.
    pub(super) fn starts_block(&self, i: usize) -> bool {
        i == 0 || !self.lines[i - 1].is_text()
    }

    /// The last line of the block that line `i` is in.
    pub(super) fn block_end(&self, i: usize) -> usize {
        self.lines[i].block.1 as usize
    }

    /// The first line of the block that line `i` is in.
    pub(super) fn block_start(&self, i: usize) -> usize {
        self.lines[i].block.0 as usize
    }
}

/// Tells each line its block once, so that a page of one long block costs no more than another.
fn set_blocks(lines: &mut [Line]) {
    for i in 0..lines.len() {
        let joined = i > 0 && lines[i].is_text() && lines[i - 1].is_text();
        lines[i].block.0 = if joined { lines[i - 1].block.0 } else { i as u32 };
    }
    for i in (0..lines.len()).rev() {
        let joined = i + 1 < lines.len() && lines[i].is_text() && lines[i + 1].is_text();
        lines[i].block.1 = if joined { lines[i + 1].block.1 } else { i as u32 };
    }
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let raw = &text[start..end];
    let trimmed = raw.trim_start_matches(is_space);
    let start = end - trimmed.len();
    let trimmed = trimmed.trim_end_matches(is_space);
    let end = start + trimmed.len();
    let kind = match trimmed {
        "" => LineKind::Blank,
        t if is_rule(t) => LineKind::Rule,
        _ => LineKind::Text,
    };
    Line { start, end, kind, digit: trimmed.bytes().any(|b| b.is_ascii_digit()), block: (0, 0) }
}

/// Three or more of one drawing sign, spaces between them allowed.
fn is_rule(line: &str) -> bool {
    let mut chars = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = chars.next() else {
        return false;
    };
    if !matches!(
        first,
        '-' | '_' | '=' | '*' | '~' | '—' | '–' | '─' | '━' | '═' | '#' | '+' | '.' | '•' | '·'
    ) {
        return false;
    }
    let mut count = 1;
    for c in chars {
        if c != first {
            return false;
        }
        count += 1;
    }
    // Two hyphens alone open the signature of a letter.
    count >= 3 || line == "--"
}

/// Lines that go on in lower case where the line before broke off tell wrapped paragraphs.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let mut full = 0;
    let mut broken = 0;
    for pair in lines.windows(2) {
        full += usize::from(pair[0].is_text());
        if pair[0].is_text() && pair[1].is_text() && pair[0].len() <= 140 {
            let lower = text[pair[1].start..].starts_with(char::is_lowercase);
            let open = !text[..pair[0].end].ends_with(['.', '!', '?', ':', '”', '"']);
            broken += usize::from(lower && open);
        }
    }
    broken >= 3 && broken * 6 >= full
}

fn width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().filter(|l| l.is_text()).map(Line::len).collect();
    if lengths.is_empty() {
        return 0;
    }
    let nth = lengths.len() * 9 / 10;
    let nth = nth.min(lengths.len() - 1);
    *lengths.select_nth_unstable(nth).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_lines_at_every_kind_of_line_end() {
        let page = Page::new("a\r\nb\rc\n\nd");
        let texts: Vec<&str> = (0..page.lines.len()).map(|i| page.str(i)).collect();
        assert_eq!(texts, ["a", "b", "c", "", "d"]);
    }

    #[test]
    fn tells_rules_from_text() {
        assert!(is_rule("-----") && is_rule("* * *"));
        assert!(!is_rule("-") && !is_rule("- - x") && !is_rule("12"));
    }
}
