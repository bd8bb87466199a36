//! Enums whose variants have a stable id and a kind of value: the fields of a
//! device and the questions to an organization are declared the same way.

/// A name that is none of the keys it was asked for among.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not {wanted}")]
pub struct UnknownKey {
    pub name: String,
    /// What a right name would be, for example "a field of a device".
    pub wanted: &'static str,
}

/// Declares each key once: the variant, its stable id and what it can hold.
macro_rules! keys {
    (
        $(#[$enum_doc:meta])*
        pub enum $name:ident($wanted:literal);

        $($(#[$doc:meta])* $variant:ident $id:literal $kind:expr;)*
    ) => {
        $(#[$enum_doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[serde(into = "String", try_from = "String")]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every key, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable id, as it stands in JSON and in rules.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What the key can hold.
            #[must_use]
            pub const fn kind(self) -> $crate::device::Kind {
                match self { $(Self::$variant => $kind,)* }
            }

            /// The key's place in `ALL`.
            #[must_use]
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.id())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::device::UnknownKey;

            fn from_str(id: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.iter().find(|key| key.id() == id);
                found.copied().ok_or_else(|| $crate::device::UnknownKey {
                    name: id.to_owned(),
                    wanted: $wanted,
                })
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> Self {
                key.id().to_owned()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::device::UnknownKey;

            fn try_from(id: String) -> Result<Self, Self::Error> {
                id.parse()
            }
        }
    };
}

pub(crate) use keys;
