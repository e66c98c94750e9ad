//! Named clues with a weight each: whether two mentions are linked, which reading of a page is right.

use crate::probability::logistic;

macro_rules! clues {
    ($(#[$doc:meta])* $type:ident { $($name:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum $type { $($name),* }

        impl $type {
            /// Every clue, in order.
            pub const ALL: &'static [$type] = &[$($type::$name),*];

            /// The clue's name in the weight table and in evidence.
            pub fn name(self) -> &'static str {
                match self { $($type::$name => $text),* }
            }

            /// The clue of a name.
            pub fn index(name: &str) -> Option<usize> {
                Self::ALL.iter().position(|c| c.name() == name)
            }
        }
    };
}
pub(crate) use clues;

/// Weights of the clues of one kind of choice.
#[derive(Clone, Debug, Default)]
pub struct Ranker {
    /// One weight a clue, in the order of its enumeration.
    pub weights: Vec<f32>,
    /// From what on it is taken: the probability of a link, the score of a page's reading.
    pub threshold: f64,
}

impl Ranker {
    /// Weights of 0 for `clues` clues.
    pub fn new(clues: usize) -> Self {
        Ranker { weights: vec![0.0; clues], threshold: 0.5 }
    }

    /// The weight sum of the clues, by number.
    pub fn score(&self, clues: &[u16]) -> f64 {
        f64::from(clues.iter().map(|c| self.weights[*c as usize]).sum::<f32>())
    }

    /// The probability that the pair is linked, given its clues by number, whatever else is linked.
    pub fn probability(&self, clues: &[u16]) -> f64 {
        logistic(self.score(clues))
    }
}

/// Probabilities of scores that exclude one another, with the score 0 standing for none of them.
pub fn exclusive(scores: &[f64]) -> Vec<f64> {
    let most = scores.iter().copied().fold(0.0, f64::max);
    let mut out: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let total = out.iter().sum::<f64>() + (-most).exp();
    out.iter_mut().for_each(|p| *p /= total);
    out
}
