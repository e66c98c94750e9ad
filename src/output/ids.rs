//! Ids that stay the same from dump to dump: hashes of normalised text.

use sha2::{Digest, Sha256};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

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

/// The hash of an item's text, blind to white space and to what cannot be seen.
pub(super) fn content_hash(text: &str) -> String {
    hex(&Sha256::digest(plain_text(text).as_bytes()), DIGITS)
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
    let mut out = String::with_capacity(title.len());
    for c in title.nfkc().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text with white space runs as one space, composed letters, and nothing invisible.
fn plain_text(text: &str) -> String {
    let composed: Cow<'_, str> = match is_nfc_quick(text.chars().filter(|c| *c >= '\u{300}')) {
        IsNormalized::Yes => text.into(),
        _ => text.nfc().collect::<String>().into(),
    };
    let mut out = String::with_capacity(composed.len());
    for word in composed.split_whitespace().filter(|word| !word.chars().all(is_invisible)) {
        if !out.is_empty() {
            out.push(' ');
        }
        match word.is_ascii() {
            true => out.push_str(word),
            false => out.extend(word.chars().filter(|c| !is_invisible(*c))),
        }
    }
    out
}

/// Soft hyphen, zero-width characters, direction marks, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
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
}
