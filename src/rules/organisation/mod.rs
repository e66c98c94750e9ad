//! Organisations: known names, capitalised stretches with a head word, acronyms, governments in every phrasing.

mod acronym;
mod capitalised;
mod company;
mod government;
mod head_first;
mod head_last;
mod known;
mod stretches;

use super::{Candidate, Rule, in_order, vote};
use crate::reading::{Classes, Reading};

/// The rules, most telling first; a mention is reported under the first that sees it.
pub const RULES: &[&Rule] = &[
    &known::RULE,
    &government::RULE,
    &company::RULE,
    &head_first::RULE,
    &head_last::RULE,
    &acronym::RULE,
    &capitalised::RULE,
];

/// Every stretch that begins where `may_start` allows and may be an organisation's name.
pub fn propose(reading: &Reading, may_start: &dyn Fn(usize) -> bool) -> Vec<Candidate> {
    let mut spans = Vec::new();
    for at in (0..reading.len()).filter(|at| may_start(*at)) {
        let before = spans.len();
        known::spans(reading, at, &mut spans);
        government::spans(reading, at, &mut spans);
        stretches::spans_from(reading, at, &mut spans);
        in_order(&mut spans[before..]);
    }
    vote(reading, &mut spans, RULES)
}

use crate::gazetteer::Class;

/// Classes of words that make a name an organisation's.
pub const HEADS: Classes = Classes::of(&[
    Class::HeadGovernment,
    Class::HeadAgency,
    Class::HeadCourt,
    Class::HeadMilitary,
    Class::HeadBank,
    Class::HeadCompany,
    Class::HeadUniversity,
    Class::HeadAssociation,
    Class::HeadMedia,
    Class::HeadUnit,
    Class::HeadProgramme,
    Class::HeadReligious,
    Class::HeadFacility,
    Class::HeadOther,
]);
