//! Evidence as numbers: every piece of evidence has an index into a flat weight array, and a name.

use super::facts::{Fact, Form};
use super::model::rules_of;
use crate::gazetteer::Class;
use crate::kind::Kind;
use std::collections::HashMap;
use std::fmt::{self, Write};
use std::sync::LazyLock;

/// Number of classes.
pub const CLASSES: usize = Class::ALL.len();
/// Where a class is seen, one class at a time.
pub const PLACES: &[&str] = &["before-2", "before", "first", "inside", "last", "after", "after-2"];
/// Which two main classes are seen together.
pub const PAIRS: &[&str] = &[
    "before-2+before",
    "before+first",
    "first+last",
    "last+after",
    "before+after",
    "after+after-2",
    "inside+next",
    "form+before",
    "form+after",
    "form+before-2",
    "form+after-2",
];
/// Symbols of a name's pattern: given, family, both, unknown, ordinary word, initial, particle, other.
pub const SYMBOLS: &[u8; 8] = b"gfbuwipo";
/// Longest pattern, in words.
pub const PATTERN: usize = 4;
/// Rules whose vote is evidence.
pub const RULES: usize = 64;

/// The first of the pairs whose first part is a form.
pub const FIRST_FORM_PAIR: usize = 7;

/// What the groups of words are called, by number; empty where there is no such group.
static LABELS: LazyLock<[&str; 256]> = LazyLock::new(|| {
    let mut labels = [""; 256];
    let rows = include_str!("../../gazetteers/word-groups.tsv").lines().filter(|l| !l.starts_with('#'));
    for (number, label) in rows.filter_map(|row| row.split_once('\t')) {
        if let Some(slot) = number.parse::<usize>().ok().and_then(|n| labels.get_mut(n)) {
            *slot = label;
        }
    }
    labels
});

const PAIRS_AT: usize = PLACES.len() * CLASSES;
const PATTERNS_AT: usize = PAIRS_AT + PAIRS.len() * CLASSES * CLASSES;
const PATTERNS: usize = 9usize.pow(PATTERN as u32);
const GROUPS_AT: usize = PATTERNS_AT + PATTERNS;
/// Number of groups of words, small and with a capital, and 0 for none.
pub const GROUPS: usize = 512;
const FACTS_AT: usize = GROUPS_AT + PLACES.len() * GROUPS;
const RULES_AT: usize = FACTS_AT + Fact::ALL.len();
/// Length of a weight array.
pub const LENGTH: usize = RULES_AT + RULES;

/// A class at a place.
#[inline]
pub fn place(place: usize, class: u8) -> u32 {
    (place * CLASSES + class as usize) as u32
}

/// Two main classes.
#[inline]
pub fn pair(pair: usize, a: u8, b: u8) -> u32 {
    (PAIRS_AT + (pair * CLASSES + a as usize) * CLASSES + b as usize) as u32
}

/// A form of the stretch with a main class around it; `number` is that of the pair, from `FIRST_FORM_PAIR` on.
#[inline]
pub fn form_pair(number: usize, form: Form, class: u8) -> u32 {
    pair(number, form as u8, class)
}

/// A pattern of at most four symbols, each 1 to 8.
#[inline]
pub fn pattern(symbols: &[u8]) -> u32 {
    let code = symbols.iter().take(PATTERN).fold(0usize, |code, s| code * 9 + *s as usize);
    (PATTERNS_AT + code) as u32
}

/// The group of a word at a place.
#[inline]
pub fn group(place: usize, group: u16) -> u32 {
    (GROUPS_AT + place * GROUPS + group as usize) as u32
}

/// A fact.
#[inline]
pub fn fact(fact: Fact) -> u32 {
    (FACTS_AT + fact as usize) as u32
}

/// The vote of a rule, by its number in its type's list.
#[inline]
pub fn rule(number: usize) -> u32 {
    (RULES_AT + number) as u32
}

/// What a piece of evidence is made of.
pub enum Parts {
    /// a class at a place
    Place(Class),
    /// two main classes
    Pair(Class, Class),
    /// a form of the stretch, none where there is no such form, and a main class around it
    FormPair(Option<Form>, Class),
    /// a name's pattern
    Pattern,
    /// the group of a word
    Group,
    /// a fact
    Fact(Fact),
    /// a rule's vote
    Rule,
}

/// Takes a piece of evidence apart.
pub fn parts(id: u32) -> Parts {
    let id = id as usize;
    let class = |c: usize| Class::ALL[c % CLASSES];
    match id {
        _ if id < PAIRS_AT => Parts::Place(class(id)),
        _ if id < PATTERNS_AT => {
            let (a, b) = ((id - PAIRS_AT) / CLASSES, id - PAIRS_AT);
            match a / CLASSES {
                pair if pair < FIRST_FORM_PAIR => Parts::Pair(class(a), class(b)),
                _ => Parts::FormPair(Form::ALL.get(a % CLASSES).copied(), class(b)),
            }
        }
        _ if id < GROUPS_AT => Parts::Pattern,
        _ if id < FACTS_AT => Parts::Group,
        _ if id < RULES_AT => Parts::Fact(Fact::ALL[id - FACTS_AT]),
        _ => Parts::Rule,
    }
}

/// Whether the evidence is a fact or a rule's vote: few and strong, so that the fit may trust them more.
pub fn is_strong(id: u32) -> bool {
    let id = id as usize;
    id >= FACTS_AT
}

/// Whether the evidence is the group of a word.
pub fn is_group(id: u32) -> bool {
    (GROUPS_AT..FACTS_AT).contains(&(id as usize))
}

/// A piece of evidence of a type by its name, as tables and explanations show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its index.
    pub id: u32,
    /// The type, whose rules have their own numbers.
    pub kind: Kind,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.write(f)
    }
}

impl Name {
    /// Writes the name. Into a string that is piece by piece, without the detour over a formatter: an answer holds tens
    /// of thousands of names a megabyte.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn write(&self, out: &mut impl Write) -> fmt::Result {
        let mut all = |pieces: &[&str]| pieces.iter().try_for_each(|piece| out.write_str(piece));
        let id = self.id as usize;
        let class = |c: usize| Class::ALL[c].name();
        if id < PAIRS_AT {
            all(&[PLACES[id / CLASSES], ":", class(id % CLASSES)])
        } else if id < PATTERNS_AT {
            let (pair, rest) = ((id - PAIRS_AT) / (CLASSES * CLASSES), (id - PAIRS_AT) % (CLASSES * CLASSES));
            let first = rest / CLASSES;
            let form = || Form::ALL.get(first).map_or("?", |f| f.name());
            let first = if pair >= FIRST_FORM_PAIR { form() } else { class(first) };
            all(&[PAIRS[pair], ":", first, ",", class(rest % CLASSES)])
        } else if id < GROUPS_AT {
            all(&["pattern:"])?;
            let code = id - PATTERNS_AT;
            let digits = (0..PATTERN as u32).rev().map(|n| code / 9usize.pow(n) % 9).skip_while(|d| *d == 0);
            digits.into_iter().try_for_each(|d| out.write_char(SYMBOLS[d.max(1) - 1] as char))
        } else if id < FACTS_AT {
            let (place, group) = ((id - GROUPS_AT) / GROUPS, (id - GROUPS_AT) % GROUPS);
            let case = if group < 256 { "small" } else { "capital" };
            all(&[PLACES[place], ":", case, "-like-", LABELS[group % 256]])
        } else if id < RULES_AT {
            all(&[Fact::ALL[id - FACTS_AT].name()])
        } else {
            all(&["rule:", rules_of(self.kind).get(id - RULES_AT).map_or("?", |r| r.id)])
        }
    }
}

/// The way back from names to indices, for tables with many of them.
pub struct Names {
    facts: HashMap<&'static str, Fact>,
    classes: HashMap<&'static str, u8>,
    forms: HashMap<&'static str, u8>,
    groups: HashMap<&'static str, u16>,
}

impl Default for Names {
    /// All names there are.
    fn default() -> Self {
        Names {
            facts: Fact::ALL.iter().map(|f| (f.name(), *f)).collect(),
            classes: Class::ALL.iter().map(|c| (c.name(), *c as u8)).collect(),
            forms: Form::ALL.iter().map(|f| (f.name(), *f as u8)).collect(),
            groups: LABELS
                .iter()
                .zip(0..)
                .filter(|(label, _)| !label.is_empty())
                .map(|(l, n)| (*l, n))
                .collect(),
        }
    }
}

impl Names {
    /// The index of a piece of evidence by its name; `None` where no such evidence exists. `rules` are the ids of the
    /// type's rules.
    pub fn index(&self, name: &str, rules: &[&str]) -> Option<u32> {
        let Some((kind, value)) = name.split_once(':') else {
            return self.facts.get(name).map(|f| fact(*f));
        };
        let class = |name: &str| self.classes.get(name).copied();
        match kind {
            "rule" => rules.iter().position(|r| *r == value).map(rule),
            "pattern" => {
                let symbol = |b: u8| SYMBOLS.iter().position(|s| *s == b).map(|s| s as u8 + 1);
                value.bytes().map(symbol).collect::<Option<Vec<u8>>>().map(|s| pattern(&s))
            }
            _ => match value.split_once(',') {
                None => {
                    let at = PLACES.iter().position(|p| *p == kind)?;
                    match value.split_once("-like-") {
                        Some(("small", label)) => Some(group(at, *self.groups.get(label)?)),
                        Some((_, label)) => Some(group(at, 256 + self.groups.get(label)?)),
                        None => Some(place(at, class(value)?)),
                    }
                }
                Some((a, b)) => {
                    let at = PAIRS.iter().position(|p| *p == kind)?;
                    let a = if at >= FIRST_FORM_PAIR { self.forms.get(a).copied() } else { class(a) };
                    Some(pair(at, a?, class(b)?))
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_index() {
        let rules: Vec<&str> = rules_of(Kind::Person).iter().map(|r| r.id).collect();
        let names = Names::default();
        for id in (0..RULES_AT as u32).step_by(7).chain(FACTS_AT as u32..RULES_AT as u32 + 2) {
            let text = Name { id, kind: Kind::Person }.to_string();
            if text.starts_with("pattern:") || text.contains('?') || text.ends_with("-like-") {
                continue; // codes with a hole in them are never made
            }
            assert_eq!(names.index(&text, &rules), Some(id), "{text}");
        }
        assert_eq!(names.index("pattern:gf", &rules), Some(pattern(&[1, 2])));
    }
}
