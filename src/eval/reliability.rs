//! Whether a confidence of 0.9 is right nine times in ten: predicted mentions in bins by their confidence, and how far
//! what they claim is from what was right.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// Number of bins, each a tenth wide.
pub const BINS: usize = 10;

/// Predictions of one bin, or of several together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many.
    pub of: usize,
    /// How many are right.
    pub right: usize,
    /// Sum of their confidences.
    pub confidence: f64,
}

/// Predictions by confidence: bin 0 holds those below 0.1, bin 9 those from 0.9 on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reliability {
    /// The bins, in order.
    pub bins: [Bin; BINS],
}

impl Bin {
    fn add(&mut self, other: &Bin) {
        self.of += other.of;
        self.right += other.right;
        self.confidence += other.confidence;
    }

    /// Mean confidence, 0 of an empty bin.
    pub fn mean(&self) -> f64 {
        self.confidence / self.of.max(1) as f64
    }

    /// Share of the right, 0 of an empty bin.
    pub fn share(&self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }
}

impl Reliability {
    /// Takes a prediction with its confidence, 0 to 1.
    pub fn add(&mut self, confidence: f64, right: bool) {
        // a float to an integer stops at its bounds
        let bin = ((confidence * BINS as f64) as usize).min(BINS - 1);
        self.bins[bin].add(&Bin { of: 1, right: usize::from(right), confidence });
    }

    /// Takes all that another has.
    pub fn join(&mut self, other: &Reliability) {
        self.bins.iter_mut().zip(&other.bins).for_each(|(bin, more)| bin.add(more));
    }

    /// All bins together.
    pub fn total(&self) -> Bin {
        let mut total = Bin::default();
        self.bins.iter().for_each(|bin| total.add(bin));
        total
    }

    /// The expected calibration error: the distance between mean confidence and share of the right, averaged over the
    /// predictions (Naeini et al. 2015); 0 where there are none.
    pub fn error(&self) -> f64 {
        let apart = |bin: &Bin| (bin.confidence - bin.right as f64).abs();
        self.bins.iter().map(apart).sum::<f64>() / self.total().of.max(1) as f64
    }
}

impl Serialize for Bin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("of", &self.of)?;
        map.serialize_entry("confidence", &self.mean())?;
        map.serialize_entry("right", &self.share())?;
        map.end()
    }
}

impl Serialize for Reliability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("of", &self.total().of)?;
        map.serialize_entry("ece", &self.error())?;
        map.serialize_entry("bins", &self.bins)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weighs_each_bin_by_what_is_in_it() {
        let mut reliability = Reliability::default();
        for right in [true, true, true, false] {
            reliability.add(0.95, right);
        }
        reliability.add(0.5, true);
        reliability.add(1.0, true);
        let bins = reliability.bins;
        assert_eq!((bins[9].of, bins[9].right, bins[5].of), (5, 4, 1));
        assert!((bins[9].mean() - 0.96).abs() < 1e-9);
        // 5 of 6 are 0.16 too sure, 1 of 6 is 0.5 too little so
        assert!((reliability.error() - (5.0 * 0.16 + 0.5) / 6.0).abs() < 1e-9);
        assert_eq!(Reliability::default().error(), 0.0);
    }
}
