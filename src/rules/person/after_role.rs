//! A name directly after the words of an office, perhaps with a comma: `the Minister of Ports, Ilse Thorn`.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "person.after-role",
    finds: &[
        "the Minister of Ports, [Ilse Thorn], spoke",
        "Commissioner [Thorn] agreed",
        "the Head of the Mission, Ms. [Ilse Thorn], spoke",
    ],
    leaves: &["in Vienna, [Ilse Thorn] spoke", "[Minister] Thorn"],
    sees,
};

fn sees(reading: &Reading, start: usize, _: usize) -> bool {
    let mut before = start;
    while before > 0 && reading.is(before - 1, Class::Honorific) {
        before -= 1;
    }
    if before > 0 && reading.is(before - 1, Class::Comma) {
        before -= 1;
    }
    before > 0 && reading.role_reach[before - 1] > 0 && reading.role_reach[start] != 1
}
