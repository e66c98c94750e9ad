//! A role with a capitalised name behind it, perhaps with a comma: `Mayor Ilse Thorn`.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "role.before-name",
    finds: &["then [Mayor] Ilse Thorn spoke", "the [Minister of Ports], Ms. Ilse Thorn, spoke"],
    leaves: &["the [Mayor] spoke", "the [Minister of Ports], it is said, spoke"],
    sees,
};

fn sees(reading: &Reading, _: usize, end: usize) -> bool {
    let mut at = end;
    if reading.is(at, Class::Comma) {
        at += 1;
    }
    if reading.is(at, Class::Honorific) {
        return true;
    }
    reading.tokens.get(at).is_some_and(|t| t.is_capitalised())
        && reading.role_reach[at] == 0
        && reading.classes[at].any(&[
            Class::GivenName,
            Class::GivenWeak,
            Class::FamilyName,
            Class::FamilyWeak,
            Class::NoWord,
            Class::Initial,
        ])
}
