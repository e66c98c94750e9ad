//! A name of the lists, under any of its forms.

use crate::gazetteer::List;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "organisation.known",
    finds: &["a report of the [World Health Organization] says", "trained by [UNODC] and others"],
    leaves: &["a report of the [Weir and Well Society] says", "asked [who] came"],
    sees: |reading, start, end| {
        reading.hits_at(start).iter().any(|h| h.list == List::Organisations && h.end as usize == end)
    },
};

/// Appends the stretches of the lists' names that begin at token `at`.
pub(super) fn spans(reading: &Reading, at: usize, out: &mut Vec<(u32, u32)>) {
    out.extend(
        reading.hits_at(at).iter().filter(|h| h.list == List::Organisations).map(|h| (h.start, h.end)),
    );
}
