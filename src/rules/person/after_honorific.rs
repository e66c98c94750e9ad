//! A name directly after `Ms.`, `H.E.`, `Dr`.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "person.after-honorific",
    finds: &["thanked Ms. [Ilse Thorn] for it", "thanked Mr [Thorn] for it"],
    leaves: &["thanked [Ilse Thorn] for it", "Ms. Ilse [Thorn] came"],
    sees,
};

fn sees(reading: &Reading, start: usize, _: usize) -> bool {
    start > 0 && reading.is(start - 1, Class::Honorific)
}
