//! The JSON Schema of the output, derived from its types.

use super::Document;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema (draft 2020-12) that every document of this version keeps.
///
/// ```
/// let schema = dateline::output::schema();
/// assert_eq!(schema["properties"]["schema_version"]["type"], "integer");
/// ```
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'_>>();
    schema.insert("title".to_owned(), "dateline document, version 1".into());
    schema.to_value()
}
