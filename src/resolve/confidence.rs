//! Scores to probabilities that are meant to be true.
//!
//! The share of right mentions among held-out ones, by the probability that the lattice gave them, as
//! `dateline fit` measures it: a logistic curve over the log-odds (Platt 1999), two figures a type.

use crate::rules::money::Amount;

/// Slope and shift of a type's curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// factor of the log-odds
    pub slope: f64,
    /// added to the log-odds
    pub shift: f64,
}

impl Default for Curve {
    fn default() -> Self {
        Curve { slope: 1.0, shift: 0.0 }
    }
}

impl Curve {
    /// The probability that is meant to be true, rounded to thousandths, never 0 or 1.
    pub fn apply(&self, probability: f64) -> f64 {
        let p = probability.clamp(1e-6, 1.0 - 1e-6);
        let odds = self.slope * (p / (1.0 - p)).ln() + self.shift;
        let p = 1.0 / (1.0 + (-odds).exp());
        ((p * 1000.0).round() / 1000.0).clamp(0.001, 0.999)
    }
}

/// Money has rules that do not vary: plain amounts, and those whose currency only the page tells.
pub fn money(amount: &Amount) -> f64 {
    if amount.certain { 0.99 } else { 0.9 }
}
