//! A name beside a verb of speech: `said Ilse Thorn`, `Thorn noted`.

use crate::gazetteer::Class;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "person.beside-reporting-verb",
    finds: &["“Yes,” said [Ilse Thorn].", "[Thorn] added that it rained"],
    leaves: &["[Thorn] walked home", "near [Thorn] it rained"],
    sees: |reading, start, end| {
        start > 0 && reading.is(start - 1, Class::Reporting) || reading.is(end, Class::Reporting)
    },
};
