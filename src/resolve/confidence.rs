//! Scores to probabilities that are meant to be true.
//!
//! The share of right mentions among held-out ones, by the probability that the lattice gave them, as
//! `dateline fit` measures it: a logistic curve over the log-odds (Platt 1999), two figures a type. Money is found by
//! rules alone and is not in the fit: its two figures are set by hand.

use crate::probability::logistic;
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
        let p = logistic(odds);
        ((p * 1000.0).round() / 1000.0).clamp(0.001, 0.999)
    }
}

/// An amount whose currency stands beside it.
const CERTAIN: f64 = 0.99;
/// An amount whose currency is the usual one for a shared word.
const DOUBTFUL: f64 = 0.9;

/// The confidence of an amount: set by hand, not measured.
pub fn money(amount: &Amount) -> f64 {
    if amount.certain { CERTAIN } else { DOUBTFUL }
}
