//! A given name of the lists with another word: `Oluchi Brandvold`, though nothing around it tells.

use crate::gazetteer::Class;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "person.by-name-lists",
    finds: &["yesterday [Maria Thorn] sang"],
    leaves: &["yesterday [Maria] sang", "the [Zqwt Bridge] fell"],
    sees: |reading, start, end| {
        end - start > 1 && reading.classes[start].any(&[Class::GivenName, Class::GivenWeak])
    },
};
