//! The best set of candidates that do not overlap, and how likely each is in all such sets.
//!
//! A set's score is the sum of its candidates' scores; every token that no candidate of the set covers counts
//! nothing. Summing over all sets by dynamic programming gives each candidate's probability (a semi-Markov
//! conditional random field, Sarawagi and Cohen 2004).

/// A scored stretch of tokens.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Weight sum of its evidence.
    pub score: f64,
}

/// Probabilities of the arcs, sorted by start.
///
/// Arcs that no chain of overlaps joins do not touch one another, so each group is summed alone, in plain numbers
/// where they fit.
pub fn probabilities(arcs: &[Arc]) -> Vec<f64> {
    let mut out = vec![0.0; arcs.len()];
    let mut forward: Vec<f64> = Vec::new();
    let mut backward: Vec<f64> = Vec::new();
    let mut from = 0;
    while from < arcs.len() {
        let (mut to, mut end, mut size) = (from, arcs[from].end, 0.0);
        while to < arcs.len() && (to == from || arcs[to].start < end) {
            end = end.max(arcs[to].end);
            size += arcs[to].score.abs();
            to += 1;
        }
        let group = &arcs[from..to];
        let start = group[0].start;
        if to - from == 1 {
            out[from] = 1.0 / (1.0 + (-group[0].score).exp());
        } else if size > 500.0 {
            let moved: Vec<Arc> = group
                .iter()
                .map(|a| Arc { start: a.start - start, end: a.end - start, score: a.score })
                .collect();
            out[from..to].copy_from_slice(&marginals((end - start) as usize, &moved, |_| true, |_| false).0);
        } else {
            small_group(group, start, end, &mut forward, &mut backward, &mut out[from..to]);
        }
        from = to;
    }
    out
}

/// Sums over the sets of a few arcs, in plain numbers.
fn small_group(
    group: &[Arc],
    start: u32,
    end: u32,
    forward: &mut Vec<f64>,
    backward: &mut Vec<f64>,
    out: &mut [f64],
) {
    let length = (end - start) as usize;
    for (slot, arc) in out.iter_mut().zip(group) {
        *slot = arc.score.exp();
    }
    // `forward[t]`: sets over tokens before t; arcs are sorted by start, so all that reach t are known when t is met
    forward.clear();
    forward.resize(length + 1, 0.0);
    forward[0] = 1.0;
    let mut next = 0;
    for at in 0..length {
        while next < group.len() && (group[next].start - start) as usize == at {
            let reached = forward[at] * out[next];
            forward[(group[next].end - start) as usize] += reached;
            next += 1;
        }
        forward[at + 1] += forward[at];
    }
    backward.clear();
    backward.resize(length + 1, 0.0);
    backward[length] = 1.0;
    let mut next = group.len();
    for at in (0..length).rev() {
        let mut sum = backward[at + 1];
        while next > 0 && (group[next - 1].start - start) as usize == at {
            next -= 1;
            sum += out[next] * backward[(group[next].end - start) as usize];
        }
        backward[at] = sum;
    }
    let total = forward[length];
    for (slot, arc) in out.iter_mut().zip(group) {
        let p = forward[(arc.start - start) as usize] * *slot * backward[(arc.end - start) as usize] / total;
        *slot = p.clamp(0.0, 1.0);
    }
}

/// Probabilities of the arcs and the logarithm of the sum over all sets.
///
/// `allowed(i)` leaves an arc out, `forced(t)` forbids to leave token boundary `t` to `t + 1` uncovered; both are
/// used when weights are fitted, to sum over the sets that agree with gold.
pub fn marginals(
    length: usize,
    arcs: &[Arc],
    allowed: impl Fn(usize) -> bool,
    forced: impl Fn(usize) -> bool,
) -> (Vec<f64>, f64) {
    const NEVER: f64 = f64::NEG_INFINITY;
    let mut by_end: Vec<u32> = (0..arcs.len() as u32).filter(|i| allowed(*i as usize)).collect();
    let mut by_start = by_end.clone();
    by_end.sort_by_key(|i| arcs[*i as usize].end);
    by_start.sort_by_key(|i| std::cmp::Reverse(arcs[*i as usize].start));

    let mut forward = vec![NEVER; length + 1];
    forward[0] = 0.0;
    let mut next = 0;
    for at in 0..length {
        let mut sum = if forced(at) { NEVER } else { forward[at] };
        while next < by_end.len() && arcs[by_end[next] as usize].end as usize == at + 1 {
            let arc = &arcs[by_end[next] as usize];
            sum = add(sum, forward[arc.start as usize] + arc.score);
            next += 1;
        }
        forward[at + 1] = sum;
    }
    let mut backward = vec![NEVER; length + 1];
    backward[length] = 0.0;
    next = 0;
    for at in (0..length).rev() {
        let mut sum = if forced(at) { NEVER } else { backward[at + 1] };
        while next < by_start.len() && arcs[by_start[next] as usize].start as usize == at {
            let arc = &arcs[by_start[next] as usize];
            sum = add(sum, backward[arc.end as usize] + arc.score);
            next += 1;
        }
        backward[at] = sum;
    }
    let total = forward[length];
    let mut out = vec![0.0; arcs.len()];
    for i in by_end {
        let arc = &arcs[i as usize];
        let p = forward[arc.start as usize] + arc.score + backward[arc.end as usize] - total;
        out[i as usize] = p.exp().clamp(0.0, 1.0);
    }
    (out, total)
}

/// The set of arcs without overlap with the greatest sum of `gain`; arcs without a gain above 0 are never in it.
///
/// `arcs` are sorted by start. Returned in text order; of equal sums the one with the earlier arcs.
pub fn best(arcs: &[Arc], gain: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut by_end: Vec<usize> = (0..arcs.len()).filter(|i| gain(*i) > 0.0).collect();
    by_end.sort_by_key(|i| (arcs[*i].end, arcs[*i].start));
    // `value[n]`: the best sum of the first n arcs by end; `taken[n]`: how many arcs end before the last of them
    // begins, where that last one is part of it
    let mut value = Vec::with_capacity(by_end.len() + 1);
    value.push(0.0);
    let mut taken: Vec<Option<usize>> = Vec::with_capacity(by_end.len());
    for (n, i) in by_end.iter().enumerate() {
        let before = by_end[..n].iter().rev().take_while(|j| arcs[**j].end > arcs[*i].start).count();
        let with = value[n - before] + gain(*i);
        taken.push((with > value[n]).then_some(n - before));
        value.push(with.max(value[n]));
    }
    let mut out = Vec::new();
    let mut n = by_end.len();
    while n > 0 {
        match taken[n - 1] {
            Some(before) => {
                out.push(by_end[n - 1]);
                n = before;
            }
            None => n -= 1,
        }
    }
    out.reverse();
    out
}

fn add(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arcs() -> Vec<Arc> {
        [(0, 2, 1.0), (1, 3, 2.0), (2, 4, 0.5), (0, 4, 1.2)]
            .map(|(start, end, score)| Arc { start, end, score })
            .to_vec()
    }

    #[test]
    fn probabilities_are_those_of_all_sets() {
        // the sets: {}, {0}, {1}, {2}, {3}, {0, 2}
        let weights = [0.0f64, 1.0, 2.0, 0.5, 1.2, 1.5].map(f64::exp);
        let total: f64 = weights.iter().sum();
        let (p, log) = marginals(4, &arcs(), |_| true, |_| false);
        assert!((log - total.ln()).abs() < 1e-9);
        assert!((p[0] - (weights[1] + weights[5]) / total).abs() < 1e-9);
        assert!((p[3] - weights[4] / total).abs() < 1e-9);
    }

    #[test]
    fn groups_give_the_probabilities_of_the_whole() {
        let mut all = arcs();
        all.sort_by_key(|a| (a.start, a.end));
        all.extend([(5, 7, -1.0), (6, 8, 2.5), (9, 10, 0.3)].map(|(start, end, score)| Arc {
            start,
            end,
            score,
        }));
        let (whole, _) = marginals(12, &all, |_| true, |_| false);
        for (a, b) in probabilities(&all).iter().zip(&whole) {
            assert!((a - b).abs() < 1e-9, "{a} {b}");
        }
    }

    #[test]
    fn the_best_set_has_no_overlap() {
        let all = arcs();
        assert_eq!(best(&all, |i| all[i].score), [1]);
        assert_eq!(best(&all, |i| if i == 1 { 1.4 } else { all[i].score }), [0, 2]);
    }
}
