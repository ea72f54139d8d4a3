//! What the derived schemas say too little of.

use utoipa::Modify;
use utoipa::openapi::schema::{AnyOfBuilder, ArrayItems, Schema, Type};
use utoipa::openapi::{ObjectBuilder, OpenApi, Ref, RefOr};

/// Mends schemas.
pub(super) struct Schemas;

impl Modify for Schemas {
    fn modify(&self, document: &mut OpenApi) {
        let schemas = document.components.iter_mut().flat_map(|components| &mut components.schemas);
        for (name, schema) in schemas {
            let RefOr::T(schema) = schema else { continue };
            name_items(name, schema);
            if let Schema::AllOf(parts) = schema {
                parts.items.iter_mut().for_each(or_nothing);
            }
        }
    }
}

/// A list has its items by their name: they are the same as in a CSV.
fn name_items(list: &str, schema: &mut Schema) {
    if let (Some(item), Schema::Object(list)) = (list.strip_prefix("List_"), schema)
        && let Some(RefOr::T(Schema::Array(items))) = list.properties.get_mut("items")
    {
        items.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(Ref::from_schema_name(item))));
    }
}

/// What is flattened into an object and may be absent: its members are there, or they are not. The object itself is not
/// `null`, as the derived schema has it.
fn or_nothing(part: &mut RefOr<Schema>) {
    if let RefOr::T(Schema::OneOf(either)) = part
        && let Some(present) = either.items.iter().find(|item| matches!(item, RefOr::Ref(_)))
    {
        let nothing = ObjectBuilder::new().schema_type(Type::Object);
        *part = RefOr::T(AnyOfBuilder::new().item(present.clone()).item(nothing).build().into());
    }
}
