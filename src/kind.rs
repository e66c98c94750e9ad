//! The types of mention.

/// A type of mention, by the names of the guidelines and of the JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// a named human being
    Person,
    /// a position that a person holds
    Role,
    /// a named institution
    Organisation,
    /// a country or territory
    Country,
    /// an amount of money
    Money,
    /// words in quotation marks
    Quote,
}

impl Kind {
    /// Every type, in the order of the guidelines.
    pub const ALL: [Kind; 6] =
        [Kind::Person, Kind::Role, Kind::Organisation, Kind::Country, Kind::Money, Kind::Quote];

    /// The name in gold files, tables and arguments.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Role => "role",
            Kind::Organisation => "organisation",
            Kind::Country => "country",
            Kind::Money => "money",
            Kind::Quote => "quote",
        }
    }

    /// The type of a name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.name() == name)
    }
}
