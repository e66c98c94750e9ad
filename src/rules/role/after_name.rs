//! A role behind a name and a comma or bracket: `Ilse Thorn, Mayor of Oulu`.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "role.after-name",
    finds: &["met Ilse Thorn, [Mayor of Oulu], today", "met Ilse Thorn ([Mayor of Oulu]) today"],
    leaves: &["met the [Mayor of Oulu] today", "yesterday, [Mayor] Thorn spoke"],
    sees,
};

fn sees(reading: &Reading, start: usize, _: usize) -> bool {
    let mut at = start;
    while at > 0 && reading.classes[at - 1].any(&[Class::The, Class::Article, Class::Owner]) {
        at -= 1;
    }
    at > 1
        && reading.classes[at - 1].any(&[Class::Comma, Class::Opening, Class::Dash])
        && reading.tokens[at - 2].is_capitalised()
        && reading.classes[at - 2].any(&[
            Class::GivenName,
            Class::GivenWeak,
            Class::FamilyName,
            Class::FamilyWeak,
            Class::NoWord,
        ])
}
