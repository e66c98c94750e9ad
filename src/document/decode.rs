//! The bytes of a file to its text: UTF-8, UTF-16 or one of the old encodings, told apart by the bytes alone.
//!
//! Nothing is normalised: line ends, no-break spaces and invisible characters stay as they came. Only a byte order
//! mark goes, since it is a label and no text.

use super::offsets::count;
use crate::error::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at for the pattern of UTF-16.
const SAMPLE_BYTES: usize = 4096;

/// A decoded document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding it came in, by its name in the WHATWG standard: `UTF-8`, `UTF-16LE`, `windows-1252`.
    pub encoding: &'static str,
    /// Whether bytes that make no character were replaced by U+FFFD.
    pub replaced: bool,
}

/// Decodes a whole file.
///
/// A byte order mark decides; then the zero bytes of UTF-16; then whether the bytes are UTF-8; then a guess by the
/// frequency of letters, in which a Western text is Windows-1252. A UTF-8 file with a few broken characters stays
/// UTF-8. An empty file is an empty text.
///
/// # Errors
/// When the bytes are no text: zeros that are not UTF-16's, or one control character in ten.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Error> {
    let decoded = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_8 => utf8_or_guess(bytes, mark)?,
        Some((encoding, mark)) => in_encoding(encoding, &bytes[mark..]),
        None => match utf16_by_zeros(&bytes) {
            Some(encoding) => in_encoding(encoding, &bytes),
            None => utf8_or_guess(bytes, 0)?,
        },
    };
    let controls = count(decoded.text.as_bytes(), is_control);
    if controls * 10 > decoded.text.len() {
        return Err(Error::binary("one character in ten or more is a control character"));
    }
    Ok(decoded)
}

fn utf8_or_guess(mut bytes: Vec<u8>, mark: usize) -> Result<Decoded, Error> {
    bytes.drain(..mark);
    let body = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, encoding: UTF_8.name(), replaced: false }),
        Err(error) => &error.into_bytes(),
    };
    if mark > 0 || is_broken_utf8(body) {
        return Ok(in_encoding(UTF_8, body));
    }
    if body.contains(&0) {
        return Err(Error::binary("it holds zero bytes and is neither UTF-8 nor UTF-16"));
    }
    Ok(in_encoding(guess(body), body))
}

fn in_encoding(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// UTF-16 without a mark shows zeros in the upper half of most units, and hardly any in the lower half.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let units = sample.len() / 2;
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if units < 2 {
        return None;
    }
    let plainly = |upper: usize, lower: usize| upper * 2 >= units && lower * 50 <= units;
    match (plainly(odd, even), plainly(even, odd)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether most of what is not ASCII is whole UTF-8: a page cut in the middle of a letter, or one bad byte in a dump.
/// In an old encoding such sequences come about by chance only.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 4 * broken
}

/// The old encoding of `bytes`. A few letters do not tell the Western from the Central European or the Baltic, so the
/// detector is heard only where one byte in fifty or more is a letter beyond ASCII.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let letters = bytes.iter().filter(|b| is_upper_letter(**b)).count();
    if letters * 50 < bytes.len() {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// A letter in most of the single-byte encodings; quotation marks, dashes and signs of all of them are left out.
fn is_upper_letter(byte: u8) -> bool {
    byte >= 0xC0
}

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B) || byte == 0x7F
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes.to_vec()).expect("it is text");
        (decoded.text, decoded.encoding)
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn keeps_utf8_as_it_came() {
        let text = "2 May 2031:\r\nA\u{a0}bridge\u{200b} o\u{ad}pens\0";
        assert_eq!(told(text.as_bytes()), (text.to_owned(), "UTF-8"));
        assert_eq!(told(b""), (String::new(), "UTF-8"));
    }

    #[test]
    fn takes_a_byte_order_mark_off() {
        assert_eq!(told("\u{feff}Søren".as_bytes()), ("Søren".to_owned(), "UTF-8"));
        assert_eq!(told(&utf16("\u{feff}Søren 😀", u16::to_le_bytes)), ("Søren 😀".to_owned(), "UTF-16LE"));
        assert_eq!(told(&utf16("\u{feff}Søren 😀", u16::to_be_bytes)), ("Søren 😀".to_owned(), "UTF-16BE"));
    }

    #[test]
    fn sees_utf16_without_a_mark() {
        assert_eq!(told(&utf16("2 May 2031", u16::to_le_bytes)), ("2 May 2031".to_owned(), "UTF-16LE"));
        assert_eq!(told(&utf16("2 May 2031", u16::to_be_bytes)), ("2 May 2031".to_owned(), "UTF-16BE"));
    }

    #[test]
    fn reads_western_bytes_as_windows_1252() {
        let text = "She said: \u{93}Caf\u{e9} Andr\u{e9} \u{96} 5 \u{80}\u{94}";
        let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
        assert_eq!(told(&bytes), ("She said: “Café André – 5 €”".to_owned(), "windows-1252"));
    }

    #[test]
    fn hears_the_detector_on_other_scripts() {
        let text = "Министр сказал, что мост открыт для всех жителей города.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(told(&bytes), (text.to_owned(), "windows-1251"));
    }

    #[test]
    fn mends_a_utf8_text_that_was_cut_within_a_letter() {
        let mut bytes = "Žofie, Dvořák, Šťastný, Łukasz, René".as_bytes().to_vec();
        bytes.pop();
        let decoded = decode(bytes).expect("it is text");
        assert!(decoded.replaced && decoded.text.ends_with("Ren\u{fffd}") && decoded.encoding == "UTF-8");
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert!(decode(vec![0; 64]).is_err());
        assert!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\xff\xfe\x80\0\0".to_vec()).is_err());
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\xff\xfe\xfa\xfb".to_vec()).is_err());
    }
}
