//! Person mentions of an item to people: a surname, a first name or a part of a longer name is the person whose full
//! name the item has, before or after.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::token::{Shape, fold};
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

struct Form {
    words: Vec<String>,
    initials: Vec<bool>,
}

fn form(reading: &Reading, mention: &Range<usize>) -> Form {
    let mut out = Form { words: Vec::new(), initials: Vec::new() };
    for at in mention.clone() {
        let token = &reading.tokens[at];
        if !token.is_word() {
            continue;
        }
        let mut folded = Vec::new();
        fold::fold_into(reading.cut(at, at + 1), &mut folded);
        out.words.push(String::from_utf8_lossy(&folded).into_owned());
        out.initials.push(token.shape == Shape::Initial);
    }
    out
}

impl Form {
    /// How much the form says: words count more than initials. A fit leads only to a form that says more, so that
    /// following fits ends.
    fn length(&self) -> usize {
        self.words.len() * 8 - self.initials.iter().filter(|i| **i).count()
    }
}

/// How well a short form fits a longer one; 0 where it does not.
fn fit(short: &Form, long: &Form) -> u32 {
    let (s, l) = (&short.words, &long.words);
    if s.is_empty() || s.len() > l.len() || s == l {
        return 0;
    }
    let contiguous = l.windows(s.len()).position(|w| w == s.as_slice());
    match contiguous {
        Some(at) if at + s.len() == l.len() => 50 + s.len() as u32,
        Some(0) => 40 + s.len() as u32,
        Some(_) if s.len() > 1 || s[0].len() > 3 => 30,
        _ => {
            // `Jorge Rios` for `Jorge Eduardo Rios`, `J. Rios` for `Jorge Rios`
            let initial = s[0].trim_end_matches('.');
            let first = s[0] == l[0] || short.initials[0] && !initial.is_empty() && l[0].starts_with(initial);
            if s.len() > 1 && s.last() == l.last() && first { 45 } else { 0 }
        }
    }
}

/// People of an item from its person mentions (token ranges in text order).
pub fn people(reading: &Reading, mentions: &[Range<usize>]) -> Vec<Person> {
    let forms: Vec<Form> = mentions.iter().map(|m| form(reading, m)).collect();
    // each mention points to the best longer form; of equal ones to the nearest before, else the first after
    let longer: Vec<Option<usize>> = (0..forms.len())
        .map(|i| {
            let mut best: Option<(u32, usize)> = None;
            for j in (0..i).rev().chain(i + 1..forms.len()) {
                let score = fit(&forms[i], &forms[j]);
                if forms[i].length() < forms[j].length() && score > best.map_or(0, |b| b.0) {
                    best = Some((score, j));
                }
            }
            best.map(|b| b.1)
        })
        .collect();
    let mut out: Vec<(Vec<String>, Person)> = Vec::new();
    for i in 0..mentions.len() {
        let mut full = i;
        while let Some(next) = longer[full] {
            full = next;
        }
        match out.iter_mut().find(|(words, _)| *words == forms[full].words) {
            Some((_, person)) => person.mentions.push(i),
            None => {
                let name = normal(reading, &mentions[full]);
                let (given, family) = parts(reading, &mentions[full]);
                out.push((forms[full].words.clone(), Person { name, given, family, mentions: vec![i] }));
            }
        }
    }
    out.into_iter().map(|(_, person)| person).collect()
}

/// The name on one line, words in capitals written normally unless all that is known of it is in capitals and short.
pub fn normal(reading: &Reading, mention: &Range<usize>) -> String {
    let mut out = String::new();
    for at in mention.clone() {
        let token = &reading.tokens[at];
        let text: String = reading
            .cut(at, at + 1)
            .chars()
            .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}'))
            .collect();
        if at > mention.start && token.gap != crate::token::Gap::Glued {
            let broken = out.ends_with('-') && token.gap == crate::token::Gap::Line;
            if !broken {
                out.push(' ');
            }
        }
        if token.shape == Shape::Upper
            && text.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !reading.is(at, Class::PostNominal)
        {
            out.push_str(&capitalised(&text));
        } else {
            out.push_str(&text);
        }
    }
    out
}

fn capitalised(word: &str) -> String {
    let mut start = true;
    word.chars()
        .flat_map(|c| {
            let out: Vec<char> = if start { vec![c] } else { c.to_lowercase().collect() };
            start = !c.is_alphabetic();
            out
        })
        .collect()
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
    while start > words[0] + 1 && reading.tokens[start].gap == crate::token::Gap::Glued {
        start -= 1;
    }
    (cut(mention.start..start), cut(start..mention.end))
}
