//! The JSON of a document: its types, how they are built from what was found, ids, schema, layout.

mod build;
mod document;
mod ids;
mod layout;
mod schema;

pub use build::{Items, Options, Source, build, stream};
pub use document::{
    Country, CountryMention, Cue, Date, Document, Generator, Item, Mention, Money, Organisation, Other,
    Outside, Person, Quote, Ref, Role, SourceInfo, SpanOut, Speaker, Title, Warning,
};
pub use layout::{write_compact, write_pretty};
pub use schema::schema;
