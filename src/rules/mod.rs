//! What may be a mention: each type's folder proposes stretches of tokens, generously, and its rules say what they
//! see in a stretch. Nothing is decided here; weighing is left to `evidence`.

pub mod country;
pub mod money;
pub mod organisation;
pub mod person;
pub mod quote;
pub mod role;

use crate::reading::Reading;

/// A stretch of tokens that may be a mention, with the rules that see something in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Bit i: rule i of the type's list sees its pattern.
    pub rules: u64,
}

impl Candidate {
    /// The stretch as a range of token numbers.
    pub fn tokens(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A pattern that speaks for a type, with the lines that prove it.
pub struct Rule {
    /// `type.what-is-seen`
    pub id: &'static str,
    /// Lines in which brackets mark the stretch that the rule must see.
    pub finds: &'static [&'static str],
    /// Lines with a stretch in brackets in which the rule must see nothing.
    pub leaves: &'static [&'static str],
    /// Whether the rule sees its pattern in tokens `start..end`.
    pub sees: fn(&Reading, usize, usize) -> bool,
}

/// Sorts stretches. What is sorted already costs a look, so that it pays to sort the few of one token as they come.
pub(crate) fn in_order(spans: &mut [(u32, u32)]) {
    spans.sort_unstable_by_key(|(start, end)| u64::from(*start) << 32 | u64::from(*end));
}

/// Lets every rule look at every stretch; stretches without any rule are dropped, the rest sorted and unique.
pub(crate) fn vote(reading: &Reading, spans: &mut Vec<(u32, u32)>, rules: &[&Rule]) -> Vec<Candidate> {
    in_order(spans);
    spans.dedup();
    spans
        .iter()
        .filter_map(|&(start, end)| {
            let votes = rules.iter().enumerate().fold(0u64, |votes, (i, rule)| {
                votes | (u64::from((rule.sees)(reading, start as usize, end as usize)) << i)
            });
            (votes != 0).then_some(Candidate { start, end, rules: votes })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;

    /// The line without its brackets and the byte span between them.
    fn marked(line: &str) -> (String, Span) {
        let open = line.find('[').expect("an opening bracket");
        let close = line.find(']').expect("a closing bracket");
        (line.replacen(['[', ']'], "", 2), Span::new(open, close - 1))
    }

    fn check(rule: &Rule, propose: fn(&Reading) -> Vec<Candidate>, number: usize) {
        assert!(!rule.finds.is_empty() && !rule.leaves.is_empty(), "{} lacks lines", rule.id);
        for (line, wanted) in
            rule.finds.iter().map(|l| (l, true)).chain(rule.leaves.iter().map(|l| (l, false)))
        {
            let (text, span) = marked(line);
            let reading = Reading::new(&text, Span::new(0, text.len()), 0, crate::gazetteer::embedded());
            let seen = propose(&reading).iter().any(|c| {
                c.rules & (1 << number) != 0 && reading.bytes(c.start as usize, c.end as usize) == span
            });
            assert_eq!(seen, wanted, "{} on {line}", rule.id);
        }
    }

    #[test]
    fn rules_find_and_leave_what_their_lines_say() {
        for (rules, propose) in [
            (person::RULES, (|r| person::propose(r, &|_| true)) as fn(&Reading) -> Vec<Candidate>),
            (organisation::RULES, |r| organisation::propose(r, &|_| true)),
            (role::RULES, |r| role::propose(r, &|_| true)),
            (country::RULES, country::propose),
            (quote::RULES, quote::propose),
        ] {
            for (number, rule) in rules.iter().enumerate() {
                check(rule, propose, number);
            }
        }
    }
}
