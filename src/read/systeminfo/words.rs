//! The few translated words that matter: the role of a Windows in a network.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    server: Vec<String>,
    workstation: Vec<String>,
    standalone: Vec<String>,
    member: Vec<String>,
    workgroup: Vec<String>,
}

static WORDS: LazyLock<Result<Words, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/os-configurations.ron")?));

/// What the row "OS Configuration" says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Role {
    pub server: Option<bool>,
    /// Whether it is a member or a controller of a domain.
    pub member: Option<bool>,
}

/// The role, as far as its words are known.
pub(super) fn role(configuration: &str) -> Role {
    let Ok(words) = WORDS.as_ref() else { return Role::default() };
    let text = configuration.to_lowercase();
    let has = |list: &[String]| list.iter().any(|word| text.contains(word.as_str()));
    Role {
        server: either(has(&words.server), has(&words.workstation)),
        member: either(has(&words.member), has(&words.standalone)),
    }
}

/// Yes or no when exactly one of them is said.
fn either(yes: bool, no: bool) -> Option<bool> {
    (yes != no).then_some(yes)
}

/// Whether the row "Domain" names a workgroup.
pub(super) fn is_workgroup(domain: &str) -> bool {
    let text = domain.trim().to_lowercase();
    WORDS.as_ref().is_ok_and(|words| words.workgroup.contains(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_tells_a_role_or_a_workgroup() {
        let words = WORDS.as_ref().unwrap();
        let lists = [&words.server, &words.workstation, &words.standalone, &words.member];
        assert!(lists.iter().all(|list| !list.is_empty()) && !words.workgroup.is_empty());
        for word in &words.server {
            assert_eq!(role(word).server, Some(true), "{word}");
        }
        for word in &words.workstation {
            assert_eq!(role(word).server, Some(false), "{word}");
        }
        for word in &words.standalone {
            assert_eq!(role(word).member, Some(false), "{word}");
        }
        for word in &words.member {
            assert_eq!(role(word).member, Some(true), "{word}");
        }
        for word in &words.workgroup {
            assert!(is_workgroup(&word.to_uppercase()), "{word}");
        }
    }

    #[test]
    fn roles_are_told_in_every_language_of_the_list() {
        let client = |member| Role { server: Some(false), member: Some(member) };
        let server = |member| Role { server: Some(true), member: Some(member) };
        for (text, expected) in [
            ("Standalone Workstation", client(false)),
            ("Member Workstation", client(true)),
            ("Eigenständige Arbeitsstation", client(false)),
            ("Station de travail membre", client(true)),
            ("Serveur autonome", server(false)),
            ("Estación de trabajo independiente", client(false)),
            ("Workstation autonoma", client(false)),
            ("Server membro", server(true)),
            ("Изолированная рабочая станция", client(false)),
            ("Рядовая рабочая станция", client(true)),
            ("独立工作站", client(false)),
            ("成员工作站", client(true)),
            ("Primary Domain Controller", server(true)),
            ("Mitglied der Domäne", Role { server: None, member: Some(true) }),
            ("Something else", Role::default()),
        ] {
            assert_eq!(role(text), expected, "{text}");
        }
    }
}
