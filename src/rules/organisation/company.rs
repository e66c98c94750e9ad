//! A name that ends, or begins, with a legal form.

use crate::gazetteer::Class;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "organisation.company-form",
    finds: &["sold to [Weir & Sons Ltd] in May", "the firm [Thornwell Brandvold GmbH] closed"],
    leaves: &["the [Thornwell Bridge] closed"],
    sees: |reading, start, end| {
        end - start > 1
            && (reading.is(end - 1, Class::CompanySuffix) || reading.is(start, Class::CompanySuffix))
    },
};
