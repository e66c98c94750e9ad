//! Capitalised words in a row: the form that every name has. Says little alone; evidence decides.

use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "person.capitalised",
    finds: &[
        "yesterday [Oluchi Brandvold] sang",
        "by [Kh. Ganzorig] in May",
        "with [Catherine de Brouwer] today",
    ],
    leaves: &["[the] harbour", "it was [very late] then"],
    sees: |_: &Reading, _, _| true,
};
