//! Brochure text to structured JSON.
pub mod batch;
pub mod document;
pub mod error;
pub mod eval;
pub mod evidence;
pub mod fit;
pub mod found;
pub mod gazetteer;
pub mod kind;
pub mod output;
mod pipeline;
pub mod probability;
pub mod ranker;
pub mod reading;
pub mod resolve;
pub mod rules;
pub mod segment;
pub mod token;

pub use pipeline::{extract, extract_with, proposed_with};
