//! Ids that stay the same from dump to dump: hashes of normalised text.

use crate::token::fold::is_invisible;
use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

/// Hexadecimal digits of an id: 64 bits, at which a million items collide once in forty million archives.
const DIGITS: usize = 16;

/// How much of the text stands in for a title where there is none.
const OPENING_CHARACTERS: usize = 120;

/// The id of an item: a hash of its date and normalised title.
///
/// An item without a title takes the opening of its text instead, lest all of them be the same.
pub(super) fn item_id(edtf: &str, title: Option<&str>, text: &str) -> String {
    let words = match title {
        Some(title) => title_words(title),
        None => title_words(&text.chars().take(OPENING_CHARACTERS).collect::<String>()),
    };
    let mut hash = Sha256::new();
    hash.update(edtf);
    hash.update("\n");
    hash.update(words);
    hex(&hash.finalize(), DIGITS)
}

/// The hash of an item's text, blind to white space, to what cannot be seen and to how letters are composed.
pub(super) fn content_hash(text: &str) -> String {
    let mut hash = Sha256::new();
    let may_be_decomposed = for_each_run(text, |run| hash.update(run));
    if may_be_decomposed && is_nfc_quick(text.chars()) != IsNormalized::Yes {
        hash.reset();
        for_each_run(&text.nfc().collect::<String>(), |run| hash.update(run));
    }
    hex(&hash.finalize(), DIGITS)
}

/// The SHA-256 of a whole file.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes), 64)
}

fn hex(bytes: &[u8], digits: usize) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).take(digits).collect()
}

/// Letters and digits in lower case, single spaces between: other dashes, quotes and marks are the same title.
fn title_words(title: &str) -> String {
    if is_nfkc_quick(title.chars()) == IsNormalized::Yes {
        return words(title.chars(), title.len());
    }
    words(title.nfkc(), title.len())
}

fn words(letters: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    let mut add = |c: char| {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    };
    for c in letters {
        if c.is_ascii() {
            add(c.to_ascii_lowercase());
        } else if !is_unseen(c) {
            c.to_lowercase().for_each(&mut add);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Gives the text piece by piece, with white space runs as one space, none at the ends, and nothing invisible. Pieces
/// are as long as the text allows, since most of it needs no change.
///
/// Answers whether there are letters from U+0300 on, general punctuation aside: only then can a letter stand in parts,
/// and most pages are spared a pass over the tables of Unicode.
fn for_each_run<'t>(text: &'t str, mut give: impl FnMut(&'t str)) -> bool {
    let bytes = text.as_bytes();
    let is_plain = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    let (mut start, mut at) = (0, 0);
    let (mut any, mut space) = (false, false);
    let mut may_be_decomposed = false;
    let mut flush = |run: &'t str, space_after: bool| {
        if !run.is_empty() {
            if any && space {
                give(" ");
            }
            give(run);
            (any, space) = (true, false);
        }
        space |= space_after;
    };
    while at < bytes.len() {
        // A lone space within a run stays in it.
        if is_plain(at) || (bytes[at] == b' ' && at > start && is_plain(at + 1)) {
            at += 1;
            while let Some(block) = bytes[at..].first_chunk().filter(|block| needs_no_change(block)) {
                at += block.len() - 1;
            }
            at += bytes[at..].iter().take_while(|b| b.is_ascii_graphic()).count();
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let after = at + c.len_utf8();
        let is_space = c.is_whitespace();
        may_be_decomposed |= c >= '\u{300}' && !('\u{2000}'..'\u{2070}').contains(&c);
        if is_space || is_unseen(c) {
            flush(&text[start..at], is_space);
            start = after;
        }
        at = after;
    }
    flush(&text[start..], false);
    may_be_decomposed
}

/// Whether so many bytes within a run are words with single spaces between, so that all but the last stay in it.
///
/// It looks at all of them, which is what lets the compiler look at many at once.
fn needs_no_change(block: &[u8; 33]) -> bool {
    let pairs = block.iter().zip(&block[1..]);
    pairs.fold(true, |plain, (a, b)| {
        plain & (b' '..=b'~').contains(a) & (b' '..=b'~').contains(b) & (*a | *b != b' ')
    })
}

/// Soft hyphen, zero-width characters, direction marks, byte order mark.
fn is_unseen(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{2064}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_one_item_one_id_in_every_dump() {
        let id = item_id("2031-05-02", Some("The “Thorn” bridge – open"), "");
        assert_eq!(id, item_id("2031-05-02", Some(" The \"Thorn\"\u{a0}bridge - OPEN\u{ad}. "), "other"));
        assert_ne!(id, item_id("2031-05-03", Some("The “Thorn” bridge – open"), ""));
        assert_eq!(id.len(), DIGITS);
    }

    #[test]
    fn tells_untitled_items_apart_by_their_opening() {
        assert_ne!(item_id("", None, "We begin."), item_id("", None, "We end."));
    }

    #[test]
    fn sees_a_revision_and_not_a_new_line_end() {
        let hash = content_hash("A new bridge\r\nover the Zo\u{eb}.");
        assert_eq!(hash, content_hash("A\u{a0}new bri\u{ad}dge over  the Zoe\u{308}.\n"));
        assert_ne!(hash, content_hash("A new bridge over the Zoe."));
    }

    #[test]
    fn gives_runs_with_single_spaces_and_nothing_invisible() {
        let plain = |text: &str| {
            let mut out = String::new();
            for_each_run(text, |run| out.push_str(run));
            out
        };
        assert_eq!(plain("  a b\u{200b} \u{200b}c\u{200b}\r\n\u{a0} “d” \u{feff} e "), "a b c “d” e");
        assert_eq!(plain(" \u{ad} "), "");
        assert_eq!(plain("one line as it is"), "one line as it is");
    }
}
