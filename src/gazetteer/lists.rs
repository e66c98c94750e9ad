//! The lists there are: from which files each comes and which forms a row gives to be found in a text.
//!
//! The build script includes this file too.

/// A list of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum List {
    /// country and territory names, adjectives, demonyms
    CountryForms,
    /// country forms that are often something else
    Ambiguous,
    /// longer names in which a country word is no country
    PlaceExceptions,
    /// cities, regions, waters
    Places,
    /// names of languages
    Languages,
    /// named organisations
    Organisations,
    /// organisation names that are ordinary words or names
    OrganisationAmbiguous,
    /// head words of offices and functions
    RoleHeads,
    /// words before a role head
    RoleModifiers,
    /// words that make a name an organisation's
    OrganisationHeads,
    /// common nouns directly before an organisation's name
    OrganisationNouns,
    /// legal forms of companies
    CompanySuffixes,
    /// verbs and phrases that report speech
    ReportingVerbs,
    /// words that announce a title and no speech
    TitleWords,
    /// abbreviations that end in a full stop
    Abbreviations,
    /// nouns for a speaker without a name
    SpeakerNouns,
    /// words that make a name an event's, a document's, a place's
    EventWords,
    /// what stands before a name and is no office
    Honorifics,
    /// academic, religious, chiefly titles
    Titles,
    /// military and police ranks
    Ranks,
    /// titles of nobility
    Nobility,
    /// what follows a name: orders, degrees, suffixes
    PostNominals,
    /// small words inside names
    Particles,
    /// closed-class words of English
    FunctionWords,
    /// currencies with their words and signs
    Currencies,
    /// multipliers, number words, minor units
    MoneyWords,
}

/// How a list is read: its files and its forms.
pub struct ListSpec {
    /// The list.
    pub list: List,
    /// Stem of its file; a stem that ends in `-` stands for all files that begin so.
    pub stem: &'static str,
    /// Which cells of a row are forms (column, variant); several forms in a cell are parted by `|`.
    pub forms: &'static [(usize, Variant)],
    /// How the case of a form binds.
    pub case: Case,
    /// Whether English plurals are computed for the forms of variant `Name`.
    pub plural: bool,
}

/// Which form of a row was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Variant {
    /// the row's own name
    Name,
    /// an acronym
    Acronym,
    /// another name
    Other,
    /// a computed plural
    Plural,
}

/// How the case of a form binds in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// not at all
    Any,
    /// capitals of the form must be capitals in the text
    Written,
}

const fn list(list: List, stem: &'static str, case: Case) -> ListSpec {
    ListSpec { list, stem, forms: &[(0, Variant::Name)], case, plural: false }
}

/// Every list that gives hits; the name lists, which give only a weight to a word, are not here.
pub const LISTS: &[ListSpec] = &[
    ListSpec { plural: true, ..list(List::CountryForms, "country-forms", Case::Written) },
    list(List::Ambiguous, "ambiguous", Case::Written),
    list(List::PlaceExceptions, "place-exceptions", Case::Written),
    list(List::Places, "places", Case::Written),
    list(List::Languages, "languages", Case::Written),
    ListSpec {
        forms: &[(0, Variant::Name), (1, Variant::Acronym), (2, Variant::Other)],
        ..list(List::Organisations, "organisations-", Case::Written)
    },
    list(List::OrganisationAmbiguous, "organisation-ambiguous", Case::Written),
    ListSpec { plural: true, ..list(List::RoleHeads, "role-heads", Case::Any) },
    list(List::RoleModifiers, "role-modifiers", Case::Any),
    ListSpec { plural: true, ..list(List::OrganisationHeads, "organisation-heads", Case::Any) },
    list(List::OrganisationNouns, "organisation-nouns", Case::Any),
    list(List::CompanySuffixes, "company-suffixes", Case::Written),
    ListSpec { forms: &[(1, Variant::Name)], ..list(List::ReportingVerbs, "reporting-verbs", Case::Any) },
    list(List::TitleWords, "title-words", Case::Any),
    list(List::Abbreviations, "abbreviations", Case::Written),
    ListSpec { plural: true, ..list(List::SpeakerNouns, "quote-speaker-nouns", Case::Any) },
    list(List::EventWords, "event-document-words", Case::Any),
    list(List::Honorifics, "honorifics", Case::Written),
    list(List::Titles, "academic-religious-titles", Case::Written),
    list(List::Ranks, "ranks", Case::Written),
    list(List::Nobility, "nobility", Case::Written),
    list(List::PostNominals, "post-nominals", Case::Written),
    list(List::Particles, "name-particles", Case::Any),
    list(List::FunctionWords, "function-words", Case::Written),
    ListSpec {
        forms: &[(0, Variant::Acronym), (2, Variant::Name), (3, Variant::Other)],
        plural: true,
        ..list(List::Currencies, "currencies", Case::Written)
    },
    list(List::MoneyWords, "money-words", Case::Any),
];

/// The plural that English pages use for `form`, by its last word.
pub fn plural_of(form: &str) -> String {
    // heads whose first word takes the plural: `Secretaries General`, `Ministers of State`, `Members of Parliament`
    for tail in [" General", "-General", " of ", " for ", " in ", " to ", "-in-", " without ", " Emeritus"] {
        if let Some(at) = form.find(tail)
            && at > 0
        {
            return format!("{}{}", plural_of(&form[..at]), &form[at..]);
        }
    }
    let lower = form.to_lowercase();
    let ends = |s: &str| lower.ends_with(s);
    let people = ["german", "oman", "human", "roman", "shaman"];
    if ends("woman") || ends("man") && !people.iter().any(|p| ends(p)) {
        return format!("{}men", &form[..form.len() - 3]);
    }
    if ends("s") || ends("x") || ends("ch") || ends("sh") {
        return format!("{form}es");
    }
    if ends("y") && !ends("ay") && !ends("ey") && !ends("oy") && !ends("uy") {
        return format!("{}ies", &form[..form.len() - 1]);
    }
    format!("{form}s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_those_of_english_pages() {
        for (one, many) in [
            ("Minister", "Ministers"),
            ("Secretary General", "Secretaries General"),
            ("Secretary-General", "Secretaries-General"),
            ("Chief of Army", "Chiefs of Army"),
            ("Dean of the Faculty", "Deans of the Faculty"),
            ("Spokeswoman", "Spokeswomen"),
            ("German", "Germans"),
            ("Deputy", "Deputies"),
            ("Coach", "Coaches"),
        ] {
            assert_eq!(plural_of(one), many);
        }
    }

    #[test]
    fn lists_stand_in_the_order_of_their_enumeration() {
        for (number, spec) in LISTS.iter().enumerate() {
            assert_eq!(spec.list as usize, number, "{}", spec.stem);
        }
    }
}
