//! Counting held-out answers: right, spurious, missed, of what kind the errors are, and what probabilities are worth.

use super::corpus::FitItem;
use super::optimise::minimise;
use crate::eval::Reliability;
use crate::evidence::page::Round;
use crate::kind::Kind;
use crate::probability::logistic;
use crate::resolve::confidence::Curve;
use crate::rules::Candidate;
use std::collections::BTreeMap;
use std::fmt;

/// Counts of held-out answers.
#[derive(Default)]
pub struct Tally {
    right: usize,
    spurious: usize,
    missed: usize,
    proposed: usize,
    /// probability of each taken mention, and whether it is right
    taken: Vec<(f64, bool)>,
    /// each error in its context, for reports
    pub errors: Vec<String>,
    kinds: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Counts one item's answer; answers on optional gold count nothing.
    pub fn add(&mut self, name: &str, item: &FitItem, kind: Kind, round: &Round) {
        let required: Vec<Option<(u32, u32)>> =
            item.required.iter().filter(|(k, _)| *k == kind).map(|(_, span)| *span).collect();
        let span = |c: &Candidate| (c.start, c.end);
        let mut line = |what: &str, span: crate::document::Span, probability: f64| {
            let text = item.reading.text;
            let from = (span.start.saturating_sub(45)..=span.start)
                .find(|i| text.is_char_boundary(*i))
                .unwrap_or(span.start);
            let to = (span.end..(span.end + 45).min(text.len()))
                .rev()
                .find(|i| text.is_char_boundary(*i))
                .unwrap_or(span.end);
            let cut = format!(
                "{what:<9}{probability:.2} {name}: {}[[{}]]{}",
                &text[from..span.start],
                span.of(text),
                &text[span.end..to]
            );
            self.errors.push(cut.replace(['\n', '\r'], " "));
        };
        for wanted in &required {
            let found = wanted.is_some_and(|w| round.chosen.iter().any(|i| span(&round.candidates[*i]) == w));
            if let Some((s, e)) = wanted
                && !found
            {
                let p = round
                    .candidates
                    .iter()
                    .position(|c| span(c) == (*s, *e))
                    .map_or(-1.0, |i| round.probability[i]);
                line("missed", item.reading.bytes(*s as usize, *e as usize), p);
            }
            if !found {
                *self.kinds.entry(kind_of_missed(*wanted, round)).or_default() += 1;
            }
            self.right += usize::from(found);
            self.missed += usize::from(!found);
            self.proposed +=
                usize::from(wanted.is_some_and(|w| round.candidates.iter().any(|c| span(c) == w)));
        }
        for i in &round.chosen {
            let c = &round.candidates[*i];
            let place = item.reading.bytes(c.start as usize, c.end as usize);
            let optional = item.optional.iter().any(|(k, o)| *k == kind && o.overlaps(&place))
                && !required.iter().flatten().any(|(s, e)| c.start < *e && *s < c.end);
            if !optional {
                self.taken.push((round.probability[*i], required.contains(&Some(span(c)))));
            }
            if !optional && !required.contains(&Some(span(c))) {
                line("spurious", place, round.probability[*i]);
                self.spurious += 1;
                // what crosses gold is counted where gold is missed
                if !required.iter().flatten().any(|wanted| crosses(*wanted, span(c))) {
                    *self.kinds.entry(kind_of_spurious(item, kind, span(c))).or_default() += 1;
                }
            }
        }
    }
}

impl Tally {
    /// The curve that makes the probabilities of held-out mentions true (Platt 1999).
    pub fn curve(&self) -> Curve {
        let odds: Vec<f64> =
            self.taken.iter().map(|(p, _)| p.clamp(1e-6, 1.0 - 1e-6)).map(|p| (p / (1.0 - p)).ln()).collect();
        let x = minimise(vec![1.0, 0.0], 100, |x| {
            let mut value = 0.5 * (x[0] - 1.0).powi(2);
            let mut gradient = vec![x[0] - 1.0, 0.0];
            for (o, (_, right)) in odds.iter().zip(&self.taken) {
                let p = logistic(x[0] * o + x[1]);
                let target = f64::from(u8::from(*right));
                value -= if *right { p.max(1e-12).ln() } else { (1.0 - p).max(1e-12).ln() };
                gradient[0] += (p - target) * o;
                gradient[1] += p - target;
            }
            (value, gradient)
        });
        Curve { slope: x[0], shift: x[1] }
    }

    /// What the confidences of held-out mentions are worth under a curve.
    pub fn reliability(&self, curve: Curve) -> Reliability {
        let mut out = Reliability::default();
        self.taken.iter().for_each(|(p, right)| out.add(curve.apply(*p), *right));
        out
    }
}

impl Tally {
    /// How many errors there are of each kind, the most first.
    pub fn kinds(&self) -> String {
        let mut kinds: Vec<(&str, usize)> = self.kinds.iter().map(|(kind, count)| (*kind, *count)).collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let told: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        told.join(", ")
    }
}

fn crosses(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Why required gold was not answered.
fn kind_of_missed(wanted: Option<(u32, u32)>, round: &Round) -> &'static str {
    let Some(wanted) = wanted else { return "ends inside a word" };
    let spans = |i: &usize| (round.candidates[*i].start, round.candidates[*i].end);
    let got = round.chosen.iter().map(spans).find(|got| crosses(wanted, *got));
    let proposed = round.candidates.iter().any(|c| (c.start, c.end) == wanted);
    match got {
        Some(got) if got.0 == wanted.0 && got.1 < wanted.1 => "ends too early",
        Some(got) if got.0 == wanted.0 => "ends too late",
        Some(got) if got.1 == wanted.1 && got.0 > wanted.0 => "begins too late",
        Some(got) if got.1 == wanted.1 => "begins too early",
        Some(_) => "both ends differ",
        None if proposed => "refused",
        None => "never proposed",
    }
}

/// What a spurious answer that meets no gold of its type is by gold of the others.
fn kind_of_spurious(item: &FitItem, kind: Kind, got: (u32, u32)) -> &'static str {
    let others = item.required.iter().filter(|(k, span)| *k != kind && *k != Kind::Quote && span.is_some());
    let mut at_place = others.filter(|(_, span)| span.is_some_and(|span| crosses(span, got)));
    match at_place.next().map(|(k, _)| k) {
        Some(Kind::Person) => "is of a person",
        Some(Kind::Role) => "is of a role",
        Some(Kind::Organisation) => "is of an organisation",
        Some(Kind::Country) => "is of a country",
        Some(_) => "is of an amount",
        None => "is nothing in gold",
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (tp, fp, fnn) = (self.right as f64, self.spurious as f64, self.missed as f64);
        let share = |a: f64, b: f64| if b > 0.0 { a / b } else { 0.0 };
        write!(
            f,
            "P {:.3}  R {:.3}  F1 {:.3}  proposed {:.3}  ({}/{}/{})",
            share(tp, tp + fp),
            share(tp, tp + fnn),
            share(2.0 * tp, 2.0 * tp + fp + fnn),
            share(self.proposed as f64, tp + fnn),
            self.right,
            self.spurious,
            self.missed
        )
    }
}
