//! Words to look-up keys: what comes in is a word as it stands in a text or a list, what goes out is its
//! folded form (lower case, no diacritics, no invisible characters) or a 64-bit hash of it.
//!
//! The build script includes this file too, so that lists and texts are folded by the same code.

use unicode_normalization::UnicodeNormalization;

/// Characters of no width that stand within words: soft hyphen, zero-width space and joiners, word joiner, byte order
/// mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Appends the folded form of `word` to `out`.
///
/// Lower case; combining marks dropped after compatibility decomposition; letters that decompose to nothing
/// plain spelt as English pages spell them (`ø` as `o`, `ß` as `ss`); every apostrophe is `'`; soft hyphens and
/// zero-width characters vanish.
pub fn fold_into(word: &str, out: &mut Vec<u8>) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| b.to_ascii_lowercase()));
        return;
    }
    let mut buffer = [0u8; 4];
    for c in word.nfkd() {
        for c in c.to_lowercase() {
            let plain: &str = match c {
                '\u{300}'..='\u{36f}' => "",
                c if is_invisible(c) => "",
                '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | '`' | '´' => "'",
                'ø' => "o",
                'ł' => "l",
                'đ' | 'ð' => "d",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'ı' => "i",
                'þ' => "th",
                'ə' => "e",
                c => c.encode_utf8(&mut buffer),
            };
            out.extend_from_slice(plain.as_bytes());
        }
    }
}

/// 2 to the 64th divided by the golden ratio, odd.
const K: u64 = 0x9e37_79b9_7f4a_7c15;

/// A 64-bit hash of a folded word; equal on every machine, since the compiled lists store it.
///
/// Multiply and rotate over eight bytes at a time with a final mix (the finaliser of MurmurHash3).
pub fn hash(bytes: &[u8]) -> u64 {
    let mut h = K ^ (bytes.len() as u64);
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        h = (h.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(K);
    }
    finish(h)
}

/// The first eight bytes as a number, the first of them lowest; zeros where there are no more.
#[inline]
pub fn eight(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut chunk = [0; 8];
        chunk[..bytes.len()].copy_from_slice(bytes);
        chunk
    }))
}

/// The hash of the folded form of the first `length` bytes of `text`, without writing that form down.
///
/// They must be ASCII letters, digits, or marks that fold to themselves and have the bit that makes a letter small:
/// `'`, `,`, `.` have it, `_` has not.
pub fn hash_ascii(text: &[u8], length: usize) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let mut h = K ^ (length as u64);
    let mut at = 0;
    while at < length {
        let rest = (length - at).min(8);
        let word = (eight(&text[at..]) | SMALL) & (u64::MAX >> (64 - 8 * rest));
        h = (h.rotate_left(5) ^ word).wrapping_mul(K);
        at += 8;
    }
    finish(h)
}

/// The key of a word's hash together with a number.
pub fn step(number: u32, word: u64) -> u64 {
    finish(word ^ (u64::from(number).wrapping_add(1)).wrapping_mul(0xd6e8_feb8_6659_fd93))
}

fn finish(mut h: u64) -> u64 {
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^= h >> 33;
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_a_hash_meet() {
        let text = "O'Brien,1,250.5 Nairobi INTERNATIONALISATION x";
        for word in ["O'Brien", "1,250.5", "Nairobi", "INTERNATIONALISATION", "x"] {
            let mut folded = Vec::new();
            fold_into(word, &mut folded);
            let at = text.find(word).expect("it is there");
            assert_eq!(hash_ascii(&text.as_bytes()[at..], word.len()), hash(&folded), "{word}");
        }
    }
}
