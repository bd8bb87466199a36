//! What the probe knows beside the code: `wizard/facts/probe.ron`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::unseen::Unseen;
use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub unseen: BTreeMap<Unseen, String>,
    /// How the names of disks begin on Linux.
    pub disks: Vec<String>,
    /// Where systems that run from a stick or a card have it mounted.
    pub live_media: Vec<String>,
}

static WORDS: LazyLock<Result<Words, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/probe.ron")?));

/// The table; only a faulty build has none.
pub(super) fn get() -> Option<&'static Words> {
    WORDS.as_ref().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_read() {
        assert_eq!(WORDS.as_ref().err(), None);
    }
}
