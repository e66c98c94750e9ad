//! Measuring: answers against gold, by the annotation guidelines.

pub mod gold;
