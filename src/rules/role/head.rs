//! A head word with its modifiers and complement. Says little alone; evidence decides.

use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "role.head-word",
    finds: &[
        "the [Minister of Ports and Wells] spoke",
        "the [former Deputy Mayor of Oulu] spoke",
        "[Kenyan Ambassador to Norway]",
    ],
    leaves: &["the [harbour] opened"],
    sees: |_, _, _| true,
};
