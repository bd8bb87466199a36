//! Words that makers leave where a name or a serial number should stand.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::wizard::{self, WizardError};

static JUNK: LazyLock<Result<BTreeSet<String>, WizardError>> = LazyLock::new(|| {
    let words: Vec<String> = wizard::parse(&wizard::built_in("facts/junk.ron")?)?;
    Ok(words.into_iter().map(|word| word.to_lowercase()).collect())
});

/// Whether a text says nothing: it is empty or one of the known placeholders.
pub(super) fn is_junk(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    text.chars().all(|c| matches!(c, '0' | '-' | '.' | '*' | ' ' | '?'))
        || JUNK.as_ref().is_ok_and(|words| words.contains(&text.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_junk_in_any_case_and_names_are_not() {
        for junk in ["", "To Be Filled By O.E.M.", "default STRING", "0", "0000000", "N/A"] {
            assert!(is_junk(junk), "{junk}");
        }
        for name in ["Contoso", "20LFS06600", "0A1"] {
            assert!(!is_junk(name), "{name}");
        }
    }
}
