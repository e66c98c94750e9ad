//! From scores to probabilities.

/// A score, the logarithm of the odds, as a probability.
pub fn logistic(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}
