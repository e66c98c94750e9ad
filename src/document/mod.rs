//! Bytes to text and places in it: decoding, spans, offsets in three units.

mod span;

pub use span::Span;
