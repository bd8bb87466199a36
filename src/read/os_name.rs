//! The name of an installed Windows, in any language, to its edition.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    /// Edition ids, each with the ways its name ends.
    client: BTreeMap<String, Vec<String>>,
    server: BTreeMap<String, Vec<String>>,
}

static NAMES: LazyLock<Result<Names, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/os-names.ron")?));

/// What the name of a Windows says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OsName {
    pub server: bool,
    /// The `EditionID`, when the end of the name is known.
    pub edition_id: Option<String>,
}

/// Reads a name such as `Microsoft Windows 11 Pro`; `None` when it is not of a
/// Windows.
pub(super) fn read(name: &str) -> Option<OsName> {
    let plain = plain(name);
    let (_, rest) = plain.split_once("windows")?;
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let server = words.first() == Some(&"server");
    if server {
        words.remove(0);
    }
    words.retain(|word| !is_release(word));
    let ending = words.join(" ");
    Some(OsName { server, edition_id: edition(&ending, server) })
}

fn edition(ending: &str, server: bool) -> Option<String> {
    let names = NAMES.as_ref().ok()?;
    let known = if server { &names.server } else { &names.client };
    let found = known.iter().find(|(_, endings)| endings.iter().any(|one| plain(one) == ending));
    found.map(|(id, _)| id.clone())
}

/// Lower case, without trade marks, single blanks.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace("(r)", " ").replace("(tm)", " ");
    let spaced: String =
        name.chars().map(|c| if "®™©\u{a0},".contains(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `10`, `11`, `8.1`, `2022`, `r2`, or the year of a long-term release.
fn is_release(word: &str) -> bool {
    word == "r2"
        || (word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, server: bool, edition: Option<&str>) {
        let expected = OsName { server, edition_id: edition.map(str::to_owned) };
        assert_eq!(read(name), Some(expected), "{name}");
    }

    #[test]
    fn every_ending_of_the_list_gives_its_edition() {
        let names = NAMES.as_ref().unwrap();
        for (known, server, start) in [
            (&names.client, false, "Microsoft Windows 11"),
            (&names.server, true, "Microsoft Windows Server 2022"),
        ] {
            assert!(known.len() > 2);
            for (id, endings) in known {
                for ending in endings {
                    check(&format!("{start} {ending}"), server, Some(id));
                }
            }
        }
    }

    #[test]
    fn client_names_give_their_edition_in_many_languages() {
        check("Microsoft Windows 11 Pro", false, Some("Professional"));
        check("Microsoft Windows 11 Famille", false, Some("Core"));
        check("Microsoft Windows 10 Entreprise", false, Some("Enterprise"));
        check("Майкрософт Windows 10 Домашняя для одного языка", false, Some("CoreSingleLanguage"));
        check("Microsoft Windows 11 家庭中文版", false, Some("CoreCountrySpecific"));
        check("Microsoft Windows 10 Enterprise 2016 LTSB", false, Some("EnterpriseS"));
        check("Microsoft Windows 7 Professional", false, Some("Professional"));
        check("Microsoft Windows 11 Enterprise multi-session", false, Some("ServerRdsh"));
    }

    #[test]
    fn server_names_give_theirs() {
        check("Microsoft Windows Server 2022 Datacenter", true, Some("ServerDatacenter"));
        check("Microsoft® Windows Server® 2012 R2 Standard", true, Some("ServerStandard"));
    }

    #[test]
    fn an_ending_that_is_not_known_gives_no_edition() {
        check("Microsoft Windows 11 Contoso Special", false, None);
        assert_eq!(read("Debian GNU/Linux"), None);
    }

    #[test]
    fn no_ending_belongs_to_two_editions() {
        let names = NAMES.as_ref().unwrap();
        for known in [&names.client, &names.server] {
            let mut endings: Vec<String> = known.values().flatten().map(|e| plain(e)).collect();
            let all = endings.len();
            endings.sort();
            endings.dedup();
            assert_eq!(endings.len(), all);
        }
    }
}
