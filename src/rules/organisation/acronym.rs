//! A word in capitals.

use crate::rules::Rule;
use crate::token::Shape;

pub(super) const RULE: Rule = Rule {
    id: "organisation.acronym",
    finds: &["the Norland Ports Authority ([NPA]) paid", "a grant from [NoWell] for pumps"],
    leaves: &["a grant from [Norland] for pumps"],
    sees: |reading, start, end| {
        end - start == 1 && matches!(reading.tokens[start].shape, Shape::Upper | Shape::Mixed)
    },
};
