//! A name, short form, adjective or demonym of a country.

use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "country.form",
    finds: &[
        "a visit to [Kenya] in May",
        "two [Danes] and a dog",
        "the [South African] team",
        "the [UK] agreed",
    ],
    leaves: &["a visit to [Nairobi] in May", "[us] all"],
    sees: |_, _, _| true,
};
