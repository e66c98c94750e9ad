//! A capitalised stretch without any word that tells: `the NGO Payoke`. Says little alone; evidence decides.

use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "organisation.capitalised",
    finds: &["the NGO [Thornwell] helped"],
    leaves: &["the [helpful] people"],
    sees: |_, _, _| true,
};
