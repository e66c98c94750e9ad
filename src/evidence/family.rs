//! Families of evidence, to leave one out and see what it is worth (`dateline fit --without`). Two views of the same
//! evidence: by where it comes from (a list is seen in classes, pairs, forms, patterns and facts alike) and by how it
//! is put (pairs, groups of words, votes). So a piece may belong to several families, or to none.

use super::facts::{Fact, Form};
use super::layout::{self, Parts};
use crate::gazetteer::Class;

/// A family of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// given names, family names, initials and particles
    NameLists,
    /// honorifics, ranks, titles, letters behind a name
    TitleLists,
    /// offices, functions, professions and what modifies them
    RoleLists,
    /// organisations known by name or acronym
    OrganisationLists,
    /// words that make an organisation: ministry, bank, company endings
    OrganisationHeads,
    /// countries, cities, regions, waters, languages
    PlaceLists,
    /// reporting verbs, nouns for speakers, words before titles
    SpeechLists,
    /// how common a word is, and how it is written
    WordShapes,
    /// words put in groups by the company they keep
    WordGroups,
    /// every class of a token, one at a time
    Classes,
    /// two main classes side by side
    Pairs,
    /// the form of the stretch with a class around it
    Forms,
    /// the pattern of given names, family names and initials
    Patterns,
    /// the votes of the rules
    Rules,
    /// what the first round says of the page and of the other types
    Page,
    /// facts about stretch and edges that are of no list and no page
    Facts,
}

impl Family {
    /// Every family, by origin first.
    pub const ALL: [Family; 16] = [
        Family::NameLists,
        Family::TitleLists,
        Family::RoleLists,
        Family::OrganisationLists,
        Family::OrganisationHeads,
        Family::PlaceLists,
        Family::SpeechLists,
        Family::WordShapes,
        Family::WordGroups,
        Family::Classes,
        Family::Pairs,
        Family::Forms,
        Family::Patterns,
        Family::Rules,
        Family::Page,
        Family::Facts,
    ];

    /// The name in arguments and tables.
    pub fn name(self) -> &'static str {
        match self {
            Family::NameLists => "name-lists",
            Family::TitleLists => "title-lists",
            Family::RoleLists => "role-lists",
            Family::OrganisationLists => "organisation-lists",
            Family::OrganisationHeads => "organisation-heads",
            Family::PlaceLists => "place-lists",
            Family::SpeechLists => "speech-lists",
            Family::WordShapes => "word-shapes",
            Family::WordGroups => "word-groups",
            Family::Classes => "classes",
            Family::Pairs => "pairs",
            Family::Forms => "forms",
            Family::Patterns => "patterns",
            Family::Rules => "rules",
            Family::Page => "page",
            Family::Facts => "facts",
        }
    }

    /// The family of a name.
    pub fn from_name(name: &str) -> Option<Family> {
        Family::ALL.into_iter().find(|f| f.name() == name)
    }

    /// Whether a piece of evidence, by its index (`layout`), belongs to the family.
    pub fn has(self, id: u32) -> bool {
        let class = |c: Class| origin_of_class(c) == Some(self);
        match layout::parts(id) {
            Parts::Place(c) => self == Family::Classes || class(c),
            Parts::Pair(a, b) => self == Family::Pairs || class(a) || class(b),
            Parts::FormPair(form, c) => {
                self == Family::Forms || class(c) || form.and_then(origin_of_form) == Some(self)
            }
            Parts::Pattern => matches!(self, Family::Patterns | Family::NameLists),
            Parts::Group => self == Family::WordGroups,
            Parts::Fact(fact) => family_of_fact(fact) == Some(self),
            Parts::Rule => self == Family::Rules,
        }
    }
}

fn origin_of_class(class: Class) -> Option<Family> {
    use Class::*;
    Some(match class {
        GivenName | FamilyName | GivenWeak | FamilyWeak | Initial | Particle => Family::NameLists,
        Honorific | Rank | Noble | Academic | Religious | PostNominal => Family::TitleLists,
        RoleOffice | RoleFunction | RoleProfession | RoleOwner | RoleMember => Family::RoleLists,
        ModifierTime | ModifierRank | ModifierField => Family::RoleLists,
        Organisation | OrganisationAcronym => Family::OrganisationLists,
        HeadGovernment | HeadAgency | HeadCourt | HeadMilitary | HeadBank | HeadCompany | HeadUniversity
        | HeadAssociation | HeadMedia | HeadUnit | HeadProgramme | HeadReligious | HeadFacility
        | HeadOther | CompanySuffix | OrganisationNoun => Family::OrganisationHeads,
        CountryName | CountryAdjective | City | Region | Water | Language | PlaceWord => Family::PlaceLists,
        Reporting | SpeakerNoun | TitleWord => Family::SpeechLists,
        WordTop | WordMiddle | WordRare | NoWord | Capital | Upper | Mixed | Lower | Other | Plural => {
            Family::WordShapes
        }
        _ => return None,
    })
}

fn origin_of_form(form: Form) -> Option<Family> {
    use Form::*;
    Some(match form {
        OneGiven | OneFamily | OneUnknown | OneOrdinary | FullKnown | FullHalfKnown | FullUnknown
        | FullOrdinary => Family::NameLists,
        KnownName | KnownAcronym => Family::OrganisationLists,
        Company | HeadLast | HeadFirst | HeadInside => Family::OrganisationHeads,
        BareOffice
        | BareFunction
        | BareProfession
        | BareRank
        | OfficeComplement
        | FunctionComplement
        | OtherComplement
        | Premodified
        | PremodifiedComplement
        | LowerHead => Family::RoleLists,
        _ => return None,
    })
}

/// The one family of a fact; none of the intercept and of the collection's own peculiarities.
fn family_of_fact(fact: Fact) -> Option<Family> {
    use Fact::*;
    let within = |first: Fact, last: Fact| (first as u8..=last as u8).contains(&(fact as u8));
    Some(match fact {
        Any | DomainGum | DomainRe3d => return None,
        NameInside => Family::NameLists,
        KnownExact | KnownInside | KnownCrossed | KnownWithin | KnownAmbiguous => Family::OrganisationLists,
        HeadFirst | HeadLast | HeadNone | NounBefore => Family::OrganisationHeads,
        _ if within(CountryExact, LanguageInRow) => Family::PlaceLists,
        SeveralRoleHeads | RoleHeadAfter | RoleReachBefore | RoleReachFirst | RoleHeadInside
        | RoleHeadFirst | RoleHeadLast | RoleHeadLower | ModifierBefore | AndBeforeHead | CommaBeforeHead
        | AndThenHead | HeadInPlace | HeadAfterComplement => Family::RoleLists,
        ReportingNear | ClosedByCue | CueBefore | CueAfter | CueSentence | TitleWordBefore
        | TitleWordAfter => Family::SpeechLists,
        _ if within(PersonSame, RoundNone) => Family::Page,
        _ => Family::Facts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_left_out_wherever_it_is_seen() {
        let given = Class::GivenName as u8;
        let names = [
            layout::place(1, given),
            layout::pair(0, Class::Comma as u8, given),
            layout::form_pair(layout::FIRST_FORM_PAIR, Form::FullKnown, Class::Comma as u8),
            layout::pattern(&[1, 2]),
            layout::fact(Fact::NameInside),
        ];
        assert!(names.iter().all(|id| Family::NameLists.has(*id)));
        assert!(!Family::NameLists.has(layout::place(1, Class::Comma as u8)));
        assert!(Family::Pairs.has(names[1]) && !Family::Pairs.has(names[2]));
    }

    #[test]
    fn all_but_the_intercept_belongs_somewhere() {
        let alone = |id: &u32| !Family::ALL.iter().any(|f| f.has(*id));
        let alone: Vec<u32> = (0..layout::LENGTH as u32).filter(alone).collect();
        assert_eq!(alone, [Fact::Any, Fact::DomainGum, Fact::DomainRe3d].map(layout::fact));
    }

    #[test]
    fn every_name_leads_back_to_its_family() {
        assert!(Family::ALL.iter().all(|f| Family::from_name(f.name()) == Some(*f)));
    }
}
