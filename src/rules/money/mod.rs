//! Money: amounts with their currency. Each item is searched from its currencies outward, so that one without any
//! costs a look at its words; the rules say what stands beside a currency, `doubt` what only looks like money,
//! `hints` which currency a shared word means.

mod a_single;
mod abbreviation_after;
mod abbreviation_before;
mod clues;
mod code_after;
mod code_before;
mod decimal;
mod digits;
mod doubt;
mod hints;
mod hyphenated;
mod in_words;
mod major_and_minor;
mod minor;
mod number;
mod pieces;
mod range;
mod scan;
mod sides;
mod symbol_after;
mod symbol_before;
#[cfg(test)]
mod tests;
mod unit;
mod window;
mod word_after;
mod word_before;
mod words;

use crate::reading::Reading;
use clues::Around;
use decimal::Decimal;
use scan::Look;
use unit::Unit;

/// An amount of money in an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The rule that found it.
    pub rule: &'static str,
    /// A plain decimal; of a range its lower end.
    pub amount: String,
    /// The upper end of a range.
    pub amount_max: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// Currency and amount stand there plainly; else the currency is the usual one for a shared word, or the
    /// expression is often something else.
    pub certain: bool,
}

/// What a rule of money finds around a currency.
#[derive(Clone, Debug)]
pub struct Found {
    start: usize,
    end: usize,
    low: Decimal,
    high: Option<Decimal>,
    unit: Unit,
    certain: bool,
}

/// A way to write an amount, with the lines that prove it.
pub struct Rule {
    /// `money.what-is-seen`
    pub id: &'static str,
    /// Lines in which brackets mark the amount, and after a bar its value: `1200000 EUR`, `5 10 USD`.
    pub finds: &'static [&'static str],
    /// Lines in which the rule must find nothing.
    pub leaves: &'static [&'static str],
    find: fn(&Look) -> Option<Found>,
}

/// The rules, in the order in which they are asked.
pub const RULES: &[&Rule] = &[
    &range::RULE,
    &major_and_minor::RULE,
    &hyphenated::RULE,
    &in_words::RULE,
    &symbol_before::RULE,
    &symbol_after::RULE,
    &code_before::RULE,
    &code_after::RULE,
    &abbreviation_before::RULE,
    &abbreviation_after::RULE,
    &word_after::RULE,
    &word_before::RULE,
    &minor::RULE,
    &a_single::RULE,
];

/// Every amount of each item of a page, in text order; none overlaps another.
///
/// What an item leaves open, the items around it may tell.
pub fn find(readings: &[Reading]) -> Vec<Vec<Amount>> {
    let around = Around::new(readings);
    (0..readings.len()).map(|item| scan::amounts(&around, item)).collect()
}
