//! Money.
use crate::reading::Reading;
/// An amount.
pub struct Amount { pub start: usize, pub end: usize, pub rule: &'static str, pub amount: String, pub amount_max: Option<String>, pub currency: String, pub certain: bool }
/// Finds.
pub fn find(_: &Reading) -> Vec<Amount> { Vec::new() }
