//! Minimising a smooth convex function: limited-memory BFGS (Nocedal 1980) with a backtracking line search.
//!
//! Deterministic: the same examples in the same order give the same weights.

/// Minimises from `start`; `function` returns value and gradient. Stops after `most` steps or when the value no
/// longer falls by a ten-thousandth part.
pub fn minimise(start: Vec<f64>, most: usize, function: impl Fn(&[f64]) -> (f64, Vec<f64>)) -> Vec<f64> {
    const MEMORY: usize = 8;
    let mut x = start;
    let (mut value, mut gradient) = function(&x);
    let mut history: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for _ in 0..most {
        let direction = direction(&gradient, &history);
        let slope = dot(&direction, &gradient);
        if slope >= 0.0 {
            break;
        }
        let mut step = if history.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt().max(1.0) } else { 1.0 };
        let mut next = None;
        for _ in 0..25 {
            let candidate: Vec<f64> = x.iter().zip(&direction).map(|(a, d)| a + step * d).collect();
            let (v, g) = function(&candidate);
            if v <= value + 1e-4 * step * slope {
                next = Some((candidate, v, g));
                break;
            }
            step *= 0.5;
        }
        let Some((candidate, v, g)) = next else { break };
        let s: Vec<f64> = candidate.iter().zip(&x).map(|(a, b)| a - b).collect();
        let y: Vec<f64> = g.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let sy = dot(&s, &y);
        if sy > 1e-10 {
            history.push((s, y, sy));
            if history.len() > MEMORY {
                history.remove(0);
            }
        }
        let fell = value - v;
        (x, value, gradient) = (candidate, v, g);
        if fell < 1e-4 * value.abs().max(1.0) {
            break;
        }
    }
    x
}

fn direction(gradient: &[f64], history: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut q = gradient.to_vec();
    let mut alphas = Vec::new();
    for (s, y, sy) in history.iter().rev() {
        let alpha = dot(s, &q) / sy;
        q.iter_mut().zip(y).for_each(|(q, y)| *q -= alpha * y);
        alphas.push(alpha);
    }
    if let Some((_, y, sy)) = history.last() {
        let scale = sy / dot(y, y);
        q.iter_mut().for_each(|q| *q *= scale);
    }
    for ((s, y, sy), alpha) in history.iter().zip(alphas.iter().rev()) {
        let beta = dot(y, &q) / sy;
        q.iter_mut().zip(s).for_each(|(q, s)| *q += (alpha - beta) * s);
    }
    q.iter_mut().for_each(|q| *q = -*q);
    q
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    #[test]
    fn finds_the_least_of_a_bowl() {
        let x = super::minimise(vec![5.0, -3.0], 100, |x| {
            (
                (x[0] - 1.0).powi(2) + 10.0 * (x[1] - 2.0).powi(2),
                vec![2.0 * (x[0] - 1.0), 20.0 * (x[1] - 2.0)],
            )
        });
        assert!((x[0] - 1.0).abs() < 0.05 && (x[1] - 2.0).abs() < 0.05, "{x:?}");
    }
}
