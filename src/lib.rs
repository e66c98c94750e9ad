//! Brochure text to structured JSON.
pub mod document;
pub mod eval;
pub mod evidence;
pub mod fit;
pub mod gazetteer;
pub mod kind;
pub mod reading;
pub mod rules;
pub mod segment;
pub mod token;
