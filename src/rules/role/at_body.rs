//! A role that ends with the name of its body.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;
use crate::rules::organisation::HEADS;
use crate::token::Shape;

pub(super) const RULE: Rule = Rule {
    id: "role.at-body",
    finds: &["an [adviser at UNICEF] said", "the [head of the Ports Authority] said"],
    leaves: &["an [adviser] at sea said"],
    sees,
};

fn sees(reading: &Reading, start: usize, end: usize) -> bool {
    end - start > 1
        && (matches!(reading.tokens[end - 1].shape, Shape::Upper | Shape::Mixed)
            || reading.classes[end - 1].any(HEADS)
            || reading.classes[end - 1].any(&[Class::Organisation, Class::OrganisationAcronym]))
}
