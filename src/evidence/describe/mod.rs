//! What there is to say of a candidate from its own item, by type: `left`, `right` and `stretch` as `view` asks for them.

pub mod common;
pub mod organisation;
pub mod person;
pub mod quote;
pub mod role;
