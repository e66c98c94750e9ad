//! One document's score: right, spurious and missed mentions by type, right attributes, and each fault in context.
//!
//! The numbers are those of the project's reference scorer, `score.py`, to the last digit.

use super::align::{Pair, align, shared};
use super::gold::{GoldDocument, GoldItem, GoldMention};
use super::normal::{normal, same_title};
use super::predicted::{Predicted, PredictedItem, PredictedMention};
use super::reliability::Reliability;
use crate::document::{Offsets, Unit};
use crate::kind::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// How many were right, spurious and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Right.
    pub right: usize,
    /// Predicted and not in gold.
    pub spurious: usize,
    /// In gold and not predicted.
    pub missed: usize,
}

/// How many attributes were right, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Right.
    pub right: usize,
    /// Asked.
    pub of: usize,
}

/// One thing that is not as gold has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is measured: `person`, `item`, `country.code`.
    pub measure: &'static str,
    /// `missed`, `spurious`, `boundary` or `wrong`.
    pub what: &'static str,
    /// The text of the mention.
    pub text: String,
    /// Text around it, or what was wanted and what was got.
    pub context: String,
}

/// What one document adds to the sums.
#[derive(Clone, Debug, Default)]
pub struct DocumentScore {
    /// By measure: `person/strict`, `person/overlap`, `item/strict`, `role.holder`.
    pub counts: BTreeMap<String, Counts>,
    /// By attribute: `country.code`, `quote.speaker`.
    pub shares: BTreeMap<&'static str, Share>,
    /// By type: what the confidences were worth; a type for which a spurious mention does not count has none.
    pub reliability: BTreeMap<&'static str, Reliability>,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
}

/// How far beyond a mention its context goes, in code points.
const CONTEXT: usize = 40;

/// How far the starts of an item and its prediction may lie apart, in code points.
const ITEM_TOLERANCE: usize = 2;

/// Scores a prediction for one gold document.
///
/// Only predictions that start in a gold item count. Optional gold counts neither way. Items are scored where the gold
/// file has no list of types.
pub fn score(document: &GoldDocument, predicted: &Predicted) -> DocumentScore {
    let gold = &document.gold;
    let offsets = Offsets::new(&document.text, Unit::Codepoint);
    let mut scorer = Scorer { document, offsets, out: DocumentScore::default() };
    if let (Some(items), None) = (&predicted.items, &gold.types) {
        scorer.items(items);
    }
    let in_item = |m: &&PredictedMention| gold.items.iter().any(|i| i.start <= m.start && m.start < i.end);
    for kind in Kind::ALL.into_iter().filter(|kind| gold.has(*kind)) {
        // Of two with one span the later stands, as where a table is keyed by span.
        let by_span: BTreeMap<(usize, usize), &PredictedMention> = predicted
            .mentions
            .iter()
            .filter(|m| m.kind == kind)
            .filter(in_item)
            .map(|m| ((m.start, m.end), m))
            .collect();
        scorer.mentions(kind, &by_span.into_values().collect::<Vec<_>>());
    }
    scorer.out
}

struct Scorer<'a> {
    document: &'a GoldDocument,
    offsets: Offsets<'a>,
    out: DocumentScore,
}

/// A type's gold and predictions, paired.
struct Paired<'a> {
    required: &'a [&'a GoldMention],
    predicted: &'a [&'a PredictedMention],
    pairs: &'a [Pair],
    /// Predictions that answer no required gold and touch no optional one.
    spurious: &'a [usize],
}

impl Scorer<'_> {
    fn items(&mut self, predicted: &[PredictedItem]) {
        let gold = &self.document.gold.items;
        let mut rest: Vec<&PredictedItem> = predicted.iter().collect();
        let mut right = 0;
        for item in gold {
            match rest.iter().position(|other| same_item(item, other)) {
                Some(at) => {
                    right += 1;
                    rest.remove(at);
                }
                None => self.item_fault("missed", item.date.as_deref(), item.title.as_deref()),
            }
        }
        for item in &rest {
            self.item_fault("spurious", item.date.as_deref(), item.title.as_deref());
        }
        let counts = Counts { right, spurious: rest.len(), missed: gold.len() - right };
        self.out.counts.insert("item/strict".to_owned(), counts);
    }

    fn item_fault(&mut self, what: &'static str, date: Option<&str>, title: Option<&str>) {
        let title = title.unwrap_or("(no title)").chars().take(80).collect();
        self.fault("item", what, date.unwrap_or("(no date)").to_owned(), title);
    }

    fn mentions(&mut self, kind: Kind, predicted: &[&PredictedMention]) {
        let gold = &self.document.gold;
        let all = gold.mentions.iter().filter(|m| m.kind == kind.name());
        let (optional, required): (Vec<_>, Vec<_>) = all.partition(|m| m.optional);
        let spans: Vec<_> = predicted.iter().map(|m| (m.start, m.end)).collect();
        let pairs = align(&required.iter().map(|m| (m.start, m.end)).collect::<Vec<_>>(), &spans);
        let answers: BTreeSet<usize> = pairs.iter().map(|pair| pair.predicted).collect();
        let on_optional = |p: usize| optional.iter().any(|g| shared((g.start, g.end), spans[p]) > 0);
        let spurious: Vec<usize> =
            (0..predicted.len()).filter(|p| !answers.contains(p) && !on_optional(*p)).collect();
        let exact = pairs.iter().filter(|pair| pair.exact).count();
        let counted = pairs.len() + if gold.recall_only(kind) { 0 } else { spurious.len() };
        for (measure, right) in [("strict", exact), ("overlap", pairs.len())] {
            let counts = Counts { right, spurious: counted - right, missed: required.len() - right };
            self.out.counts.insert(format!("{}/{measure}", kind.name()), counts);
        }
        let paired = Paired { required: &required, predicted, pairs: &pairs, spurious: &spurious };
        self.span_faults(kind, &paired);
        if !gold.recall_only(kind) {
            self.reliability(kind, &paired);
        }
        for pair in &pairs {
            self.attributes(kind, required[pair.gold], predicted[pair.predicted]);
        }
        if kind == Kind::Role && predicted.iter().any(|p| p.holders.is_some()) {
            self.holders(&paired);
        }
        if kind == Kind::Quote && predicted.iter().any(|p| p.speakers.is_some()) {
            self.speakers(&paired);
        }
    }

    /// Right is what strict counts as right; what only touches optional gold counts nothing.
    fn reliability(&mut self, kind: Kind, paired: &Paired<'_>) {
        let answers = paired.pairs.iter().map(|pair| (pair.predicted, pair.exact));
        for (p, right) in answers.chain(paired.spurious.iter().map(|p| (*p, false))) {
            if let Some(confidence) = paired.predicted[p].confidence {
                self.out.reliability.entry(kind.name()).or_default().add(confidence, right);
            }
        }
    }

    fn span_faults(&mut self, kind: Kind, paired: &Paired<'_>) {
        for (g, gold) in paired.required.iter().enumerate() {
            let text = self.cut(gold.start, gold.end);
            match paired.pairs.iter().find(|pair| pair.gold == g) {
                None => self.fault(kind.name(), "missed", text, self.context(gold.start, gold.end)),
                Some(pair) if !pair.exact => {
                    let other = paired.predicted[pair.predicted];
                    let got = format!("got: {}", self.cut(other.start, other.end));
                    self.fault(kind.name(), "boundary", text, got);
                }
                Some(_) => {}
            }
        }
        if !self.document.gold.recall_only(kind) {
            for p in paired.spurious {
                let PredictedMention { start, end, .. } = *paired.predicted[*p];
                self.fault(kind.name(), "spurious", self.cut(start, end), self.context(start, end));
            }
        }
    }

    fn attributes(&mut self, kind: Kind, gold: &GoldMention, predicted: &PredictedMention) {
        let text = self.cut(gold.start, gold.end);
        let gold_name = gold.name.as_deref().filter(|name| !name.is_empty());
        let mut tick = |measure, right: bool, want: Option<&str>, got: Option<&str>| {
            self.tick(measure, right);
            if !right {
                let context = format!("want {} got {}", want.unwrap_or("none"), got.unwrap_or("none"));
                self.fault(measure, "wrong", text.clone(), context);
            }
        };
        match kind {
            Kind::Country => {
                if let Some(code) = &predicted.code {
                    tick("country.code", gold.code.as_ref() == Some(code), gold.code.as_deref(), Some(code));
                }
            }
            Kind::Money => {
                if let Some(money) = &predicted.money {
                    let right = decimal(&gold.amount) == decimal(&money.amount)
                        && gold.currency == money.currency
                        && decimal(&gold.amount_max) == decimal(&money.amount_max);
                    let want = told(&gold.amount, &gold.amount_max, &gold.currency);
                    let got = told(&money.amount, &money.amount_max, &money.currency);
                    tick("money.value", right, Some(&want), Some(&got));
                }
            }
            Kind::Person => {
                if let Some(name) = &predicted.name {
                    let want = gold_name.unwrap_or(&text);
                    tick("person.name", normal(want) == normal(name), Some(want), Some(name));
                }
            }
            Kind::Organisation => {
                if let (Some(name), Some(want)) = (&predicted.name, gold_name) {
                    tick("organisation.name", normal(want) == normal(name), Some(want), Some(name));
                }
            }
            Kind::Role | Kind::Quote => {}
        }
    }

    fn holders(&mut self, paired: &Paired<'_>) {
        let names = |list: &Option<Vec<String>>| list.clone().unwrap_or_default();
        let (mut wanted, mut got) = (BTreeSet::new(), BTreeSet::new());
        for pair in paired.pairs {
            let gold = names(&paired.required[pair.gold].holders);
            wanted.extend(gold.iter().map(|name| (pair.gold, normal(name))));
            let predicted = names(&paired.predicted[pair.predicted].holders);
            got.extend(predicted.iter().map(|name| (pair.gold, normal(name))));
        }
        let alone = |g: &usize| paired.pairs.iter().all(|pair| pair.gold != *g);
        let missed: usize =
            (0..paired.required.len()).filter(alone).map(|g| names(&paired.required[g].holders).len()).sum();
        let spurious: usize =
            paired.spurious.iter().map(|p| names(&paired.predicted[*p].holders).len()).sum();
        let counts = Counts {
            right: wanted.intersection(&got).count(),
            spurious: got.difference(&wanted).count() + spurious,
            missed: wanted.difference(&got).count() + missed,
        };
        self.out.counts.insert("role.holder".to_owned(), counts);
        for (what, (g, name)) in wanted
            .difference(&got)
            .map(|one| ("missed", one))
            .chain(got.difference(&wanted).map(|one| ("spurious", one)))
        {
            let role = paired.required[*g];
            self.fault("role.holder", what, self.cut(role.start, role.end), name.clone());
        }
    }

    fn speakers(&mut self, paired: &Paired<'_>) {
        for (g, gold) in paired.required.iter().enumerate() {
            let Some(speakers) = &gold.speakers else { continue };
            let pair = paired.pairs.iter().find(|pair| pair.gold == g);
            let said = pair.and_then(|pair| paired.predicted[pair.predicted].speakers.as_ref());
            let want: BTreeSet<String> = speakers.iter().map(|name| normal(name)).collect();
            let got: BTreeSet<String> = said.into_iter().flatten().map(|name| normal(name)).collect();
            self.tick("quote.speaker", want == got);
            if want != got {
                let text = self.cut(gold.start, gold.end.min(gold.start + 60));
                self.fault("quote.speaker", "wrong", text, format!("want {want:?} got {got:?}"));
            }
        }
    }

    fn tick(&mut self, measure: &'static str, right: bool) {
        let share = self.out.shares.entry(measure).or_default();
        share.right += usize::from(right);
        share.of += 1;
    }

    fn fault(&mut self, measure: &'static str, what: &'static str, text: String, context: String) {
        self.out.faults.push(Fault { measure, what, text, context });
    }

    fn cut(&self, start: usize, end: usize) -> String {
        let (start, end) = (self.offsets.byte_at(start), self.offsets.byte_at(end));
        self.document.text.get(start..end).unwrap_or_default().to_owned()
    }

    fn context(&self, start: usize, end: usize) -> String {
        let (before, after) = (self.cut(start.saturating_sub(CONTEXT), start), self.cut(end, end + CONTEXT));
        format!("{before}[[{}]]{after}", self.cut(start, end))
    }
}

fn same_item(gold: &GoldItem, predicted: &PredictedItem) -> bool {
    gold.start.abs_diff(predicted.start) <= ITEM_TOLERANCE
        && gold.date == predicted.date
        && same_title(gold.title.as_deref().unwrap_or(""), predicted.title.as_deref().unwrap_or(""))
}

/// The value of a decimal string; none where it is absent, empty or no number.
fn decimal(amount: &Option<String>) -> Option<f64> {
    amount.as_deref()?.trim().parse().ok()
}

fn told(amount: &Option<String>, amount_max: &Option<String>, currency: &Option<String>) -> String {
    let plain = |part: &Option<String>| part.clone().unwrap_or_else(|| "?".to_owned());
    match amount_max {
        Some(most) => format!("{} to {most} {}", plain(amount), plain(currency)),
        None => format!("{} {}", plain(amount), plain(currency)),
    }
}
