//! Person mentions of an item to people: a surname, a first name or a part of a longer name is the person whose full
//! name the item has, before or after.

use super::organisation::is_plain;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::token::{Gap, Shape, fold};
use std::collections::HashMap;
use std::ops::Range;

/// A person of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest form, on one line, surname in normal case.
    pub name: String,
    /// Given names, where the form tells them.
    pub given: Option<String>,
    /// Family name, where the form tells it.
    pub family: Option<String>,
    /// Mentions by their number.
    pub mentions: Vec<usize>,
}

/// A way in which people are named: the words, folded, without titles and marks.
struct Form {
    /// Words by their hashes.
    words: Vec<u64>,
    /// Tokens of the words, at the first mention.
    tokens: Vec<usize>,
    /// How many of the words are initials.
    initials: usize,
    /// Mentions so named.
    mentions: Vec<usize>,
}

impl Form {
    /// How much the form says: words count more than initials. A fit leads only to a form that says more, so that
    /// following fits ends.
    fn length(&self) -> usize {
        self.words.len() * 8 - self.initials
    }
}

/// One number for words and their order, by their hashes.
pub(super) fn chain(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(0, |all, word| (all.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The forms of an item's mentions, and for each mention which it is.
fn forms(reading: &Reading, mentions: &[Range<usize>]) -> (Vec<Form>, Vec<usize>) {
    let mut out: Vec<Form> = Vec::new();
    let mut known: HashMap<(u64, usize), usize> = HashMap::new();
    let form_of = |(number, mention): (usize, &Range<usize>)| {
        let tokens = || mention.clone().filter(|at| reading.tokens[*at].is_word());
        let words = || tokens().map(|at| reading.tokens[at].hash);
        let initials = tokens().filter(|at| reading.tokens[*at].shape == Shape::Initial).count();
        let form = *known.entry((chain(words()), initials)).or_insert_with(|| {
            out.push(Form {
                words: words().collect(),
                tokens: tokens().collect(),
                initials,
                mentions: Vec::new(),
            });
            out.len() - 1
        });
        out[form].mentions.push(number);
        form
    };
    let of = mentions.iter().enumerate().map(form_of).collect();
    (out, of)
}

/// How well a short form fits a longer one that has its last word; 0 where it does not.
fn fit(reading: &Reading, short: &Form, long: &Form) -> u32 {
    let (s, l) = (&short.words, &long.words);
    if s.is_empty() || s.len() > l.len() || s == l {
        return 0;
    }
    let folded = |form: &Form| {
        let mut folded = Vec::new();
        fold::fold_into(reading.cut(form.tokens[0], form.tokens[0] + 1), &mut folded);
        folded
    };
    let contiguous = l.windows(s.len()).position(|w| w == s.as_slice());
    match contiguous {
        Some(at) if at + s.len() == l.len() => 50 + s.len() as u32,
        Some(0) => 40 + s.len() as u32,
        Some(_) if s.len() > 1 || folded(short).len() > 3 => 30,
        _ if s.len() < 2 || s.last() != l.last() => 0,
        // `Jorge Rios` for `Jorge Eduardo Rios`
        _ if s[0] == l[0] => 45,
        // `J. Rios` for `Jorge Rios`
        _ if reading.tokens[short.tokens[0]].shape == Shape::Initial => {
            let initial = folded(short);
            let initial = initial.strip_suffix(b".").unwrap_or(&initial);
            if !initial.is_empty() && folded(long).starts_with(initial) { 45 } else { 0 }
        }
        _ => 0,
    }
}

/// For each form those that it may stand for: the longer ones that it fits best.
fn longer(reading: &Reading, forms: &[Form]) -> Vec<Vec<usize>> {
    // a form fits only what has its last word
    let words = forms.iter().enumerate().flat_map(|(n, form)| form.words.iter().map(move |w| (*w, n)));
    let mut bearers: Vec<(u64, usize)> = words.collect();
    bearers.sort_unstable();
    bearers.dedup();
    let best = |form: &Form| {
        let last = form.words.last().copied().unwrap_or_default();
        let first = bearers.partition_point(|(w, _)| *w < last);
        let (mut best, mut most) = (Vec::new(), 1);
        for (_, other) in bearers[first..].iter().take_while(|(w, _)| *w == last) {
            if form.length() >= forms[*other].length() {
                continue;
            }
            let score = fit(reading, form, &forms[*other]);
            if score > most {
                best.clear();
                most = score;
            }
            if score == most {
                best.push(*other);
            }
        }
        best
    };
    let best: Vec<Vec<usize>> = forms.iter().map(best).collect();
    if forms.len() > MISSPELT {
        return best;
    }
    let misspelt = |(n, best): (usize, Vec<usize>)| {
        if !best.is_empty() { best } else { misspelt(reading, forms, n) }
    };
    best.into_iter().enumerate().map(misspelt).collect()
}

/// Most forms of an item in which misspelt ones are looked for, since each is held against each.
const MISSPELT: usize = 200;

/// Letters that a surname must have before a slip in it can be told from another name.
const LETTERS: usize = 6;

/// The longer form that ends with a form's words but for a slip in the last: `Thron` for `Ilse Thorn`. None where
/// several do.
fn misspelt(reading: &Reading, forms: &[Form], number: usize) -> Vec<usize> {
    let last = |form: &Form| {
        let mut folded = Vec::new();
        let at = form.tokens[form.tokens.len() - 1];
        fold::fold_into(reading.cut(at, at + 1), &mut folded);
        folded
    };
    let form = &forms[number];
    let Some((_, first)) = form.words.split_last() else { return Vec::new() };
    let word = last(form);
    if first.len() > 1 || word.len() < LETTERS {
        return Vec::new();
    }
    let like = |other: &Form| {
        other.words.len() > form.words.len()
            && other.words[..other.words.len() - 1].ends_with(first)
            && is_slip(&word, &last(other))
    };
    let all: Vec<usize> = (0..forms.len()).filter(|n| like(&forms[*n])).collect();
    if all.len() == 1 { all } else { Vec::new() }
}

/// Whether two words differ by one letter, left out, put in, changed or in the wrong order; a letter more at the end
/// makes another name (`Petrov`, `Petrova`).
fn is_slip(a: &[u8], b: &[u8]) -> bool {
    let front = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[front..], &b[front..]);
    match (a, b) {
        ([_, a @ ..], [_, b @ ..]) if a == b && front > 0 => true,
        ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c && rest == other => true,
        ([_, rest @ ..], b) if rest == b && !b.is_empty() => true,
        (a, [_, rest @ ..]) if rest == a && !a.is_empty() => true,
        _ => false,
    }
}

/// People of an item from its person mentions (token ranges in text order).
pub fn people(reading: &Reading, mentions: &[Range<usize>]) -> Vec<Person> {
    let (forms, form_of) = forms(reading, mentions);
    let longer = longer(reading, &forms);
    // each mention points to the nearest mention before of its longer forms, else to the first after
    let full = |mention: usize| {
        let others = || longer[form_of[mention]].iter().map(|form| &forms[*form].mentions);
        let before = others().filter_map(|all| all[..all.partition_point(|m| *m < mention)].last()).max();
        before.or_else(|| others().filter_map(|all| all.first()).min()).copied()
    };
    let mut out: Vec<Person> = Vec::new();
    let mut known: HashMap<&[u64], usize> = HashMap::new();
    for i in 0..mentions.len() {
        let mut fullest = i;
        while let Some(next) = full(fullest) {
            fullest = next;
        }
        let number = *known.entry(&forms[form_of[fullest]].words).or_insert(out.len());
        if number == out.len() {
            let name = normal(reading, &mentions[fullest]);
            let (given, family) = parts(reading, &mentions[fullest]);
            out.push(Person { name, given, family, mentions: Vec::new() });
        }
        out[number].mentions.push(i);
    }
    out
}

/// The name on one line, words in capitals written normally unless all that is known of it is in capitals and short.
pub fn normal(reading: &Reading, mention: &Range<usize>) -> String {
    let is_upper = |at: usize| reading.tokens[at].shape == Shape::Upper;
    if mention.is_empty() {
        return String::new();
    }
    let whole = reading.cut(mention.start, mention.end);
    if is_plain(whole) && !mention.clone().any(is_upper) {
        return whole.to_owned();
    }
    let mut out = String::with_capacity(whole.len());
    for at in mention.clone() {
        let token = &reading.tokens[at];
        if at > mention.start && token.gap != Gap::Glued {
            let broken = out.ends_with('-') && token.gap == Gap::Line;
            if !broken {
                out.push(' ');
            }
        }
        let visible = |c: &char| !fold::is_invisible(*c);
        let text = reading.cut(at, at + 1).chars().filter(visible);
        if is_upper(at)
            && text.clone().filter(|c| c.is_alphabetic()).nth(2).is_some()
            && !reading.is(at, Class::PostNominal)
        {
            capitalised(text, &mut out);
        } else {
            out.extend(text);
        }
    }
    out
}

/// Appends a word in small letters but for the first of each of its parts.
fn capitalised(word: impl Iterator<Item = char>, out: &mut String) {
    let mut start = true;
    for c in word {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
}

/// Given and family name, where the form tells: surname in capitals, particles, or given names first by the lists.
fn parts(reading: &Reading, mention: &Range<usize>) -> (Option<String>, Option<String>) {
    let words: Vec<usize> = mention.clone().filter(|i| reading.tokens[*i].is_word()).collect();
    if words.len() < 2 {
        return (None, None);
    }
    let cut = |range: Range<usize>| Some(normal(reading, &range));
    let upper = |i: &usize| reading.tokens[*i].shape == Shape::Upper;
    if !words.iter().all(upper)
        && let Some(first) = words.iter().position(upper)
        && reading.tokens[words[first]].end - reading.tokens[words[first]].start > 2
    {
        let surname: Vec<usize> = words.iter().copied().filter(|i| upper(i)).collect();
        let last = *surname.last().unwrap_or(&words[first]);
        return if first == 0 {
            (cut(last + 1..mention.end), cut(mention.start..last + 1))
        } else {
            (cut(mention.start..words[first]), cut(words[first]..mention.end))
        };
    }
    let first = reading.lookup.words[words[0]];
    if first.given == 0 || first.family > first.given {
        return (None, None);
    }
    // particles open the family name; else the last word is it, with what a hyphen joins
    let particle = words
        .iter()
        .skip(1)
        .find(|i| reading.is(**i, Class::Particle) && reading.tokens[**i].shape == Shape::Lower);
    let mut start = particle.copied().unwrap_or(words[words.len() - 1]);
    while start > words[0] + 1 && reading.tokens[start].gap == Gap::Glued {
        start -= 1;
    }
    (cut(mention.start..start), cut(start..mention.end))
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn knows_a_slip_from_another_name() {
        let slip =
            |a: &str, b: &str| is_slip(a.as_bytes(), b.as_bytes()) && is_slip(b.as_bytes(), a.as_bytes());
        for (a, b) in [("oldquist", "oldqvist"), ("oldquist", "oldqust"), ("oldquist", "odlquist")] {
            assert!(slip(a, b), "{a} {b}");
        }
        for (a, b) in [("sulekar", "sulekara"), ("oldquist", "oldquist"), ("oldquist", "addquist")] {
            assert!(!slip(a, b), "{a} {b}");
        }
    }
}
