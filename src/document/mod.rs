//! Bytes to text and places in it: decoding, spans, offsets in three units.

mod decode;
mod offsets;
mod span;

pub use decode::{Decoded, decode};
pub use offsets::{Offsets, Unit};
pub use span::Span;
