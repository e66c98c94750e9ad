//! Text to tokens in one pass: words, numbers, marks, each with its shape, the gap before it and the hash of its
//! folded form. What a token means is left to the gazetteer.
//!
//! The build script includes this file too: a phrase of a list is cut exactly as a text is.

use super::fold::{eight, fold_into, hash, hash_ascii, is_invisible};

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// `word`
    Lower,
    /// `Word`
    Capital,
    /// `WORD`, `G20`
    Upper,
    /// `KfW`, `McNeil`: begins with a capital and has another inside
    Mixed,
    /// `J.` or a lone capital
    Initial,
    /// `42`, `1,250.5`
    Number,
    /// a word in a script without case, or one that begins small and goes on large
    Other,
    /// `'s` after a word
    Possessive,
    /// a mark
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Gap {
    /// nothing
    Glued,
    /// up to three blanks
    Space,
    /// one line end
    Line,
    /// a tab, or four blanks or more: the next column of a table
    Column,
    /// an empty line, or the start of the text
    Blank,
}

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Hash of the folded form; 0 for marks.
    pub hash: u64,
    /// What it looks like.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
    /// The first character, for marks; `'\0'` for words.
    pub mark: char,
}

impl Token {
    /// A capitalised word of any kind, initials included.
    pub fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Initial)
    }

    /// A word of letters.
    pub fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Number | Shape::Possessive | Shape::Mark)
    }
}

/// An apostrophe that can stand inside a word.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´')
}

/// A hyphen that joins two words.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_joiner(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{300}'..='\u{36f}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_joiner(c)
}

/// Cuts `text` into tokens; `base` is added to every offset.
///
/// White space and invisible characters alone give no token. A possessive `'s` is a token of its own, so is every
/// hyphen; the full stop of a single letter (`J.`) belongs to it, every other full stop is a token.
pub fn tokenise(text: &str, base: usize, out: &mut Vec<Token>) {
    let mut folded = Vec::with_capacity(32);
    let mut gap = Gap::Blank;
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        // most gaps are one space before a letter
        if bytes[at] == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) {
            gap = gap.max(Gap::Space);
            at += 1;
        }
        let c = char_at(text, at);
        let (end, shape, ascii) = if c.is_alphabetic() {
            word(text, at)
        } else if is_apostrophe(c) && !matches!(gap, Gap::Glued | Gap::Blank) && opens_name(text, at) {
            let (end, shape) = word_of_any_letters(text, at);
            (end, shape, false)
        } else if c.is_ascii_digit() {
            (number(bytes, at), Shape::Number, true)
        } else if c.is_whitespace() || is_joiner(c) {
            (gap, at) = skip_space(text, at, gap);
            continue;
        } else if is_apostrophe(c) && gap == Gap::Glued && possessive(text, at + c.len_utf8()) {
            (at + c.len_utf8() + 1, Shape::Possessive, false)
        } else if c == '.' {
            (at + bytes[at..].iter().take_while(|b| **b == b'.').count(), Shape::Mark, false)
        } else {
            (at + c.len_utf8(), if c.is_numeric() { Shape::Number } else { Shape::Mark }, false)
        };
        let hash = if ascii {
            hash_ascii(&bytes[at..], end - at)
        } else if shape == Shape::Mark {
            // a mark inside a phrase of a list is found by its own hash
            let mut mark = [0; 5];
            let length = c.encode_utf8(&mut mark[1..]).len();
            hash(&mark[..=length])
        } else {
            folded.clear();
            fold_into(&text[at..end], &mut folded);
            hash(&folded)
        };
        let mark = if matches!(shape, Shape::Mark | Shape::Possessive) { c } else { '\0' };
        out.push(Token { start: (base + at) as u32, end: (base + end) as u32, hash, shape, gap, mark });
        gap = Gap::Glued;
        at = end;
    }
}

/// Letters and marks that open a word without being its first letter: the glottal stop of `ʻAna`, `‘Ofa`.
fn is_opening(c: char) -> bool {
    is_apostrophe(c) || matches!(c, 'ʿ' | 'ʾ')
}

/// How far a quotation in single marks may reach, in bytes.
const QUOTATION: usize = 600;

/// Whether the apostrophe at `at` belongs to the name behind it: a capital follows, and no mark closes a quotation.
fn opens_name(text: &str, at: usize) -> bool {
    let c = char_at(text, at);
    let mut rest = text[at + c.len_utf8()..].chars();
    if !rest.next().is_some_and(char::is_uppercase) || !rest.next().is_some_and(char::is_lowercase) {
        return false;
    }
    let mut before = ' ';
    let mut line_end = false;
    for (i, next) in text[at + c.len_utf8()..].char_indices() {
        let closes = matches!((c, next), ('‘', '’') | ('\'' | '’' | '`' | '´', '\'' | '’' | '´'));
        let after = || text[at + c.len_utf8() + i + next.len_utf8()..].chars().next();
        if closes && !before.is_whitespace() && !after().is_some_and(char::is_alphanumeric) {
            return false;
        }
        if i > QUOTATION || next == '\n' && line_end {
            break;
        }
        line_end = next == '\n' || line_end && next.is_whitespace();
        before = next;
    }
    true
}

fn char_at(text: &str, at: usize) -> char {
    let b = text.as_bytes()[at];
    if b < 128 { b as char } else { text[at..].chars().next().unwrap_or(' ') }
}

/// From how many blanks on a gap parts two columns of a table.
const COLUMN: usize = 4;

fn skip_space(text: &str, mut at: usize, before: Gap) -> (Gap, usize) {
    let mut lines = 0;
    let mut blanks = 0;
    for c in text[at..].chars() {
        match c {
            '\n' => lines += 1,
            '\r' => {}
            '\t' => blanks += COLUMN,
            c if c.is_whitespace() => blanks += 1,
            c if is_joiner(c) => {}
            _ => break,
        }
        at += c.len_utf8();
    }
    let gap = match lines {
        0 if blanks >= COLUMN => Gap::Column,
        0 if blanks > 0 => Gap::Space,
        0 => Gap::Glued,
        1 => Gap::Line,
        _ => Gap::Blank,
    };
    (gap.max(before), at)
}

fn possessive(text: &str, after: usize) -> bool {
    let mut chars = text[after..].chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(is_letter)
}

/// End and shape of the word that begins at `at`, and whether it is letters and digits of ASCII alone.
fn word(text: &str, at: usize) -> (usize, Shape, bool) {
    let bytes = text.as_bytes();
    let (mut upper, mut lower, mut end) = (0, 0, at);
    loop {
        let letters = Letters::new(eight(&bytes[end..]));
        upper += one_or_more(letters.upper);
        lower += one_or_more(letters.lower);
        end += letters.length;
        if letters.length < 8 {
            break;
        }
    }
    if end > at && ends_word(text, end) {
        let (end, shape) = shape_of(text, at, end, upper, lower, 0, bytes[at].is_ascii_uppercase());
        return (end, shape, true);
    }
    let (end, shape) = word_of_any_letters(text, at);
    (end, shape, false)
}

/// Which of eight bytes are ASCII letters and digits, up to the first that is neither. A byte is looked at in its
/// upper bit, all eight at once.
struct Letters {
    /// How many there are.
    length: usize,
    /// Bits of the capitals.
    upper: u64,
    /// Bits of the small letters.
    lower: u64,
}

/// How many bits are set; 2 stands for more.
fn one_or_more(bits: u64) -> u32 {
    u32::from(bits != 0) + u32::from(bits & bits.wrapping_sub(1) != 0)
}

impl Letters {
    #[inline]
    fn new(bytes: u64) -> Self {
        const TOP: u64 = 0x8080_8080_8080_8080;
        let each = |byte: u8| u64::from(byte) * 0x0101_0101_0101_0101;
        let low = bytes & !TOP;
        // the upper bit of a sum tells whether the byte is as large as the bound
        let within =
            |first: u8, last: u8| (low + each(0x80 - first)) & !(low + each(0x7f - last)) & !bytes & TOP;
        let (upper, lower, digits) = (within(b'A', b'Z'), within(b'a', b'z'), within(b'0', b'9'));
        let others = !(upper | lower | digits) & TOP;
        let inside = others.wrapping_sub(1) & !others;
        Letters { length: others.trailing_zeros() as usize / 8, upper: upper & inside, lower: lower & inside }
    }
}

/// Whether a word of ASCII letters and digits cannot go on at `at`, where none of these stands.
fn ends_word(text: &str, at: usize) -> bool {
    if text.as_bytes().get(at).is_none_or(|b| b.is_ascii() && !matches!(b, b'\'' | b'`')) {
        return true;
    }
    let c = char_at(text, at);
    if is_apostrophe(c) {
        let after = at + c.len_utf8();
        return possessive(text, after) || !text[after..].chars().next().is_some_and(char::is_alphabetic);
    }
    !is_letter(c)
}

/// End and shape of a word that begins at `at`, whatever its letters.
fn word_of_any_letters(text: &str, at: usize) -> (usize, Shape) {
    let (mut upper, mut lower, mut other, mut first_upper) = (0u32, 0u32, 0u32, false);
    let mut opening = true;
    let mut end = at;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let here = at + i;
        if is_letter(c) {
            if c.is_uppercase() {
                upper += 1;
                first_upper |= opening;
            } else if c.is_lowercase() {
                lower += 1;
            } else if !is_joiner(c) && !is_opening(c) {
                other += 1;
            }
        } else if c.is_ascii_digit() {
            // `G20`, `Child10`
        } else if is_apostrophe(c) && (i == 0 || !possessive(text, here + c.len_utf8())) {
            if !chars.peek().is_some_and(|(_, n)| n.is_alphabetic()) {
                break;
            }
        } else {
            break;
        }
        opening &= is_opening(c);
        end = here + c.len_utf8();
    }
    shape_of(text, at, end, upper, lower, other, first_upper)
}

/// End and shape of the word `at..end` by how many letters of each sort it has; 2 may stand for more. A lone letter
/// takes its full stop.
fn shape_of(
    text: &str,
    at: usize,
    end: usize,
    upper: u32,
    lower: u32,
    other: u32,
    first_upper: bool,
) -> (usize, Shape) {
    if upper + lower + other == 1 {
        if text[end..].starts_with('.') && !text[end..].starts_with("..") && first_upper {
            return (end + 1, Shape::Initial);
        }
        let with_digits = text.as_bytes()[end - 1].is_ascii_digit();
        let shape = match (first_upper, lower) {
            (true, _) if with_digits => Shape::Upper,
            (true, _) => Shape::Initial,
            (false, 1) => Shape::Lower,
            _ => Shape::Other,
        };
        return (end, shape);
    }
    let shape = match (first_upper, upper, lower) {
        (true, _, 0) if upper > 1 => Shape::Upper,
        (true, 1, _) => Shape::Capital,
        (true, ..) => Shape::Mixed,
        (false, 0, l) if l > 0 => Shape::Lower,
        // `d’Ávila`, `al-Din`: a particle grown together with a name
        (false, 1.., _) if text[at..end].char_indices().nth(1).is_some_and(|(_, c)| is_apostrophe(c)) => {
            Shape::Mixed
        }
        _ => Shape::Other,
    };
    (end, shape)
}

/// End of the number that begins at `at`: digits with single separators between digits.
fn number(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < bytes.len() {
        if bytes[end].is_ascii_digit() {
            end += 1;
        } else if matches!(bytes[end], b',' | b'.' | b'\'')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenise(text, 0, &mut out);
        out.iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn an_apostrophe_may_open_a_name() {
        assert_eq!(words("Sgt. ‘Ana Moimoi"), ["Sgt", ".", "‘Ana", "Moimoi"]);
        assert_eq!(words("Mrs. ʻAna Pulotu"), ["Mrs", ".", "ʻAna", "Pulotu"]);
        assert_eq!(words("sister 'Malineo said"), ["sister", "'Malineo", "said"]);
    }

    #[test]
    fn an_apostrophe_may_open_a_quotation() {
        assert_eq!(words("he said ‘Ana came’."), ["he", "said", "‘", "Ana", "came", "’", "."]);
        assert_eq!(words("“'Ana came', he said"), ["“", "'", "Ana", "came", "'", ",", "he", "said"]);
    }
}
