//! A document as bytes: one line for pipes, or laid out for people.
//!
//! The layout breaks lines where a reader's eye wants one, before each field of the document and of an item, and
//! before each object of a list; whatever is smaller stays on its line. The usual one-value-a-line layout makes a page
//! of JSON out of one mention, and three times the bytes.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes `value` on one line, without a line end.
///
/// # Errors
/// Only those of `out`.
pub fn write_compact(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let mut out = Gathered::new(out);
    value.serialize(&mut Serializer::new(&mut out))?;
    out.flush()
}

/// Writes `value` laid out for people, without a line end at the end.
///
/// # Errors
/// Only those of `out`.
pub fn write_pretty(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let mut out = Gathered::new(out);
    value.serialize(&mut Serializer::with_formatter(&mut out, Layout::default()))?;
    out.flush()
}

/// What is written, gathered to large pieces. JSON is written in pieces of a byte or two, five for a field, so that each
/// has to be stored without a call.
struct Gathered<'w, W> {
    out: &'w mut W,
    bytes: Vec<u8>,
}

impl<'w, W: Write> Gathered<'w, W> {
    /// Bytes at which they are passed on.
    const ENOUGH: usize = 1 << 16;

    fn new(out: &'w mut W) -> Self {
        Gathered { out, bytes: Vec::with_capacity(2 * Self::ENOUGH) }
    }
}

impl<W: Write> Write for Gathered<'_, W> {
    #[inline(always)]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline(always)]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() < Self::ENOUGH { Ok(()) } else { self.flush() }
    }

    #[cold]
    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.bytes)?;
        self.bytes.clear();
        Ok(())
    }
}

/// Objects at these depths have each field on a line of its own: the document and what stands in its lists.
const BROKEN: [usize; 2] = [1, 3];

const LINE: &str = "\n                                ";

#[derive(Default)]
struct Layout {
    /// Objects and arrays that are open.
    depth: usize,
    /// Of each of them, whether it is an array.
    in_list: Vec<bool>,
    /// Whether the value at hand is the first of its array.
    first: bool,
}

impl Layout {
    fn is_in_list(&self) -> bool {
        self.in_list.last() == Some(&true)
    }

    fn line<W: ?Sized + Write>(&self, out: &mut W, depth: usize) -> io::Result<()> {
        out.write_all(&LINE.as_bytes()[..(1 + depth).min(LINE.len())])
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.in_list.push(true);
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        self.in_list.pop();
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.first = first;
        if first { Ok(()) } else { out.write_all(b",") }
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        Ok(())
    }

    fn begin_string<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.is_in_list() && !self.first {
            out.write_all(b" ")?;
        }
        out.write_all(b"\"")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.is_in_list() {
            self.line(out, self.depth)?;
        }
        self.depth += 1;
        self.in_list.push(false);
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        self.in_list.pop();
        if self.depth == 0 {
            self.line(out, 0)?;
        }
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        match (BROKEN.contains(&self.depth), first) {
            (true, _) => self.line(out, self.depth),
            (false, true) => Ok(()),
            (false, false) => out.write_all(b" "),
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_lines_where_the_eye_wants_one() {
        let value: serde_json::Value = serde_json::json!({
            "a": {"b": 1, "c": ["x", "y"]},
            "d": [{"e": null, "f": [{"g": 1, "h": 2}, {"g": 3, "h": []}]}],
        });
        let mut out = Vec::new();
        write_pretty(&value, &mut out).expect("a vector takes all");
        let expected = r#"{
 "a": {"b": 1, "c": ["x", "y"]},
 "d": [
  {
   "e": null,
   "f": [
    {"g": 1, "h": 2},
    {"g": 3, "h": []}]}]
}"#;
        assert_eq!(String::from_utf8(out).expect("JSON is UTF-8"), expected);
    }
}
