//! JSON objects and nothing else: serde would take an array for any struct, field by field, which no client means.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A `T` that was written as an object.
#[derive(Debug)]
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// For `deserialize_with`: a list of objects.
pub(super) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let objects = Vec::<Object<T>>::deserialize(deserializer)?;
    Ok(objects.into_iter().map(|Object(inner)| inner).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::types::{CreateMessages, NameBody};

    #[test]
    fn an_array_is_no_object() {
        assert!(serde_json::from_str::<Object<NameBody<'_>>>(r#"{"name":"a"}"#).is_ok());
        assert!(serde_json::from_str::<Object<NameBody<'_>>>(r#"["a"]"#).is_err());
        assert!(serde_json::from_str::<CreateMessages<'_>>(r#"{"messages":[{"content":"a"}]}"#).is_ok());
        assert!(serde_json::from_str::<CreateMessages<'_>>(r#"{"messages":[["a"]]}"#).is_err());
    }
}
