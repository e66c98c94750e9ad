//! What there is to say of a candidate, in three parts: what stands on its left and at its first token, what stands at
//! its last token and on its right, and the stretch itself. Many candidates share a left or a right edge, so that a
//! scorer asks for each edge once.

use super::describe::{common, organisation, person, quote, role};
use super::second::Second;
use super::sink::Sink;
use crate::kind::Kind;
use crate::reading::Reading;
use crate::rules::Candidate;

/// An item as a type looks at it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The type.
    pub kind: Kind,
    /// The item.
    pub reading: &'a Reading<'a>,
    /// What the second round sees besides; absent in the first.
    pub second: Option<Second<'a>>,
}

impl View<'_> {
    /// What stands before token `start`, and what the token itself is, for candidates that begin there.
    #[inline]
    pub fn left(&self, start: usize, out: &mut impl Sink) {
        match self.kind {
            // a quote's neighbours are those outside its marks
            Kind::Quote => {}
            kind => {
                common::left(self.reading, start, out);
                match kind {
                    Kind::Organisation => organisation::left(self.reading, start, out),
                    Kind::Role => role::left(self.reading, start, out),
                    _ => {}
                }
            }
        }
        if let Some(second) = &self.second {
            second.left(self.reading, start, out);
        }
    }

    /// What stands at and after the end, for candidates whose last token is `end - 1`.
    #[inline]
    pub fn right(&self, end: usize, out: &mut impl Sink) {
        match self.kind {
            Kind::Quote => {}
            kind => {
                common::right(self.reading, end, out);
                match kind {
                    Kind::Person => person::right(self.reading, end, out),
                    Kind::Organisation => organisation::right(self.reading, end, out),
                    Kind::Role => role::right(self.reading, end, out),
                    _ => common::event_at(self.reading, end, out),
                }
            }
        }
        if let Some(second) = &self.second {
            second.right(self.reading, end, out);
        }
    }

    /// What token `at` adds to a candidate that holds it and the next one: both main classes, and its own classes where
    /// it is not the candidate's first.
    #[inline]
    pub fn inner(&self, at: usize, first: bool, out: &mut impl Sink) {
        if self.kind != Kind::Quote {
            common::inner(self.reading, at, first, out);
        }
    }

    /// What only the whole stretch shows. `own` is the candidate's probability in its own first round, where there
    /// was one.
    #[inline]
    pub fn stretch(&self, candidate: &Candidate, own: Option<f64>, out: &mut impl Sink) {
        match self.kind {
            Kind::Quote => quote::quote(self.reading, candidate, out),
            kind => {
                common::stretch(self.reading, candidate, out);
                match kind {
                    Kind::Person => person::stretch(self.reading, candidate, out),
                    Kind::Organisation => organisation::stretch(self.reading, candidate, out),
                    Kind::Role => role::stretch(self.reading, candidate, out),
                    _ => {}
                }
            }
        }
        if let Some(second) = &self.second {
            second.stretch(self.reading, candidate, own, out);
        }
    }

    /// All of it.
    pub fn whole(&self, candidate: &Candidate, own: Option<f64>, out: &mut impl Sink) {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        self.left(start, out);
        self.right(end, out);
        for at in start..end - 1 {
            self.inner(at, at == start, out);
        }
        self.stretch(candidate, own, out);
    }
}
