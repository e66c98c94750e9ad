//! A head word at the end: `Norland Ports Authority`, `Weir Foundation`.

use super::HEADS;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "organisation.head-word-last",
    finds: &["the [Norland Ports Authority] paid", "the [Brandvold Foundation] opened"],
    leaves: &["the [Authority] paid", "the [Brandvold Wells] ran dry"],
    sees: |reading, start, end| end - start > 1 && reading.classes[end - 1].any(HEADS),
};
