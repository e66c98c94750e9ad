//! Byte offsets to the unit that a caller counts in, and back.

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unit {
    /// Unicode code points: Python's unit.
    #[default]
    Codepoint,
    /// UTF-16 code units: JavaScript's and Java's.
    Utf16,
    /// Bytes of the text in UTF-8: Rust's.
    Byte,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Unit; 3] = [Unit::Codepoint, Unit::Utf16, Unit::Byte];

    /// The name in arguments and in `offset_unit`.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Codepoint => "codepoint",
            Unit::Utf16 => "utf16",
            Unit::Byte => "byte",
        }
    }

    /// The unit of a name.
    pub fn from_name(name: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// How many units the text of `bytes` has; each character counts at its first byte.
    fn count(self, bytes: &[u8]) -> usize {
        let characters = || count(bytes, |b| (b as i8) >= -0x40);
        match self {
            Unit::Byte => bytes.len(),
            Unit::Codepoint => characters(),
            Unit::Utf16 => characters() + count(bytes, |b| b >= 0xF0),
        }
    }
}

/// How many bytes are such; so few at a time that their number fits a byte, and the compiler counts many at once.
#[inline]
pub(super) fn count(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    bytes.chunks(128).map(|few| usize::from(few.iter().map(|b| u8::from(is_such(*b))).sum::<u8>())).sum()
}

/// Bytes between two checkpoints: a table of one word for each, and a count of so many bytes at most per question.
const STEP: usize = 64;

/// Converts byte offsets of one text to a unit and back.
///
/// One pass over the text is made at the start; then each question costs a look-up and a count over at most 64
/// bytes. Where the text is ASCII or the unit is the byte, offsets are what they are and nothing is stored.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// Units before each multiple of `STEP` bytes, and at the end; empty where the answer is the question.
    checkpoints: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// Prepares the offsets of `text` in `unit`.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut checkpoints = Vec::new();
        if unit != Unit::Byte && !text.is_ascii() {
            checkpoints.reserve(text.len() / STEP + 2);
            let mut before = 0;
            for block in text.as_bytes().chunks(STEP) {
                checkpoints.push(before);
                before += unit.count(block);
            }
            checkpoints.push(before);
        }
        Offsets { text, unit, checkpoints }
    }

    /// The unit that is counted.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Units of the whole text.
    pub fn total(&self) -> usize {
        self.checkpoints.last().copied().unwrap_or(self.text.len())
    }

    /// Units before the byte `byte`, which lies on a character boundary; beyond the text it is the text's end.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        match self.checkpoints.get(byte / STEP) {
            None => byte,
            Some(_) if byte == self.text.len() => self.total(),
            Some(before) => before + self.unit.count(&self.text.as_bytes()[byte / STEP * STEP..byte]),
        }
    }

    /// The byte at which the unit number `offset` begins; beyond the text it is the text's end. An offset between the
    /// two halves of a UTF-16 pair gives the next character.
    pub fn byte_at(&self, offset: usize) -> usize {
        if self.checkpoints.is_empty() {
            return offset.min(self.text.len());
        }
        let block = self.checkpoints.partition_point(|before| *before < offset).saturating_sub(1);
        let mut before = self.checkpoints[block];
        let bytes = self.text.as_bytes();
        let mut byte = (block * STEP).min(bytes.len());
        while byte < bytes.len() && (before < offset || !self.text.is_char_boundary(byte)) {
            before += self.unit.count(&bytes[byte..byte + 1]);
            byte += 1;
        }
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_the_plain_way_does() {
        let text = "a é \u{200b}“Zoë” 😀 – naïve 東京 ".repeat(40);
        let (points, utf16) = (Offsets::new(&text, Unit::Codepoint), Offsets::new(&text, Unit::Utf16));
        let bytes = Offsets::new(&text, Unit::Byte);
        for byte in (0..=text.len()).filter(|b| text.is_char_boundary(*b)) {
            let before = &text[..byte];
            assert_eq!(points.at(byte), before.chars().count());
            assert_eq!(utf16.at(byte), before.encode_utf16().count());
            assert_eq!(bytes.at(byte), byte);
            for offsets in [&points, &utf16, &bytes] {
                assert_eq!(offsets.byte_at(offsets.at(byte)), byte);
            }
        }
        assert_eq!((points.total(), utf16.total()), (text.chars().count(), text.encode_utf16().count()));
    }

    #[test]
    fn leaves_ascii_as_it_is() {
        let offsets = Offsets::new("plain", Unit::Utf16);
        assert_eq!((offsets.at(3), offsets.byte_at(3), offsets.total(), offsets.at(99)), (3, 3, 5, 5));
        assert_eq!(Offsets::new("", Unit::Codepoint).at(0), 0);
    }
}
