//! Which prediction answers which gold mention.

use std::collections::HashSet;

/// A gold mention and its prediction, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Position in the gold list.
    pub gold: usize,
    /// Position in the predicted list.
    pub predicted: usize,
    /// Whether both ends agree.
    pub exact: bool,
}

/// How many units two half-open stretches share.
pub(super) fn shared(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Pairs one to one: exact spans first, then the largest overlap, measured by the longer of the two; of equals, the
/// earlier in the gold list, then in the text. `predicted` is sorted.
pub(super) fn align(gold: &[(usize, usize)], predicted: &[(usize, usize)]) -> Vec<Pair> {
    let mut candidates: Vec<(bool, f64, Pair)> = Vec::new();
    for (g, span) in gold.iter().enumerate() {
        for (p, other) in predicted.iter().enumerate().take_while(|(_, other)| other.0 < span.1) {
            let overlap = shared(*span, *other);
            if overlap > 0 {
                let longer = span.1.abs_diff(span.0).max(other.1.abs_diff(other.0));
                let exact = span == other;
                candidates.push((
                    exact,
                    overlap as f64 / longer as f64,
                    Pair { gold: g, predicted: p, exact },
                ));
            }
        }
    }
    // Stable: the order of equals is part of the score.
    candidates.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let (mut gold_used, mut predicted_used) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for (_, _, pair) in candidates {
        if !gold_used.contains(&pair.gold) && !predicted_used.contains(&pair.predicted) {
            gold_used.insert(pair.gold);
            predicted_used.insert(pair.predicted);
            pairs.push(pair);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefers_the_exact_then_the_larger() {
        let gold = [(0, 10), (4, 8), (20, 30)];
        let pairs = align(&gold, &[(4, 8), (5, 10), (18, 21), (24, 30)]);
        let plain: Vec<_> = pairs.iter().map(|p| (p.gold, p.predicted, p.exact)).collect();
        assert_eq!(plain, [(1, 0, true), (2, 3, false), (0, 1, false)]);
    }
}
