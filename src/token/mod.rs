//! Text to tokens: words, numbers and marks with their shape and a hash of their folded form.

pub mod fold;
pub mod scan;

pub use scan::{Gap, Shape, Token, tokenise};
