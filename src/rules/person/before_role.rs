//! A name with an office behind a comma or in brackets: `Ilse Thorn, Minister of Ports`.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "person.before-role",
    finds: &["met [Ilse Thorn], Minister of Ports", "met [Ilse Thorn] (Deputy Mayor of Oulu)"],
    leaves: &["met [Ilse Thorn], who came", "met [Ilse Thorn] today"],
    sees: |reading, _, end| office_after(reading, end),
};

/// Whether an office begins behind the comma, bracket or dash that follows token `end - 1`.
pub(super) fn office_after(reading: &Reading, end: usize) -> bool {
    if !reading.classes_at(end as isize).any(&[Class::Comma, Class::Opening, Class::Dash]) {
        return false;
    }
    for at in end + 1..(end + 7).min(reading.len()) {
        if reading.role_reach[at] == 1 {
            return true;
        }
        let classes = reading.classes[at];
        let passes = reading.tokens[at].is_capitalised()
            || classes.any(&[
                Class::The,
                Class::Article,
                Class::Owner,
                Class::Of,
                Class::ModifierTime,
                Class::ModifierRank,
                Class::ModifierField,
                Class::Possessive,
                Class::Hyphen,
            ]);
        if !passes {
            return false;
        }
    }
    false
}
