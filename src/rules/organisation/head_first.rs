//! A head word with a complement: `Ministry of Ports`, `Office for Wells`.

use super::HEADS;
use crate::gazetteer::Class;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "organisation.head-word-first",
    finds: &["the [Ministry of Ports and Wells] paid", "the [Institute for Weirs] opened"],
    leaves: &["the [Trellis of Wells] fell", "in [Upper Weir] it rained"],
    sees: |reading, start, end| {
        end - start > 2
            && (start..end - 1).any(|at| {
                reading.classes[at].any(HEADS)
                    && (at + 1 == end
                        || reading.classes[at + 1].any(&[
                            Class::Of,
                            Class::For,
                            Class::On,
                            Class::To,
                            Class::In,
                            Class::Particle,
                        ]))
            })
    },
};
