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
    /// Words that tools put around the name and that tell no edition, plain.
    noise: Vec<String>,
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
    let mut words = plain.split(' ').skip_while(|word| release_of(word).is_none());
    let attached = release_of(words.next()?)?;
    let mut words: Vec<&str> = words.collect();
    let first = if attached.is_empty() { words.first().copied() } else { Some(attached) };
    let server = words.contains(&"server") || first.is_some_and(is_year);
    words.retain(|word| *word != "server" && !is_release(word));
    Some(OsName { server, edition_id: edition(&words.join(" "), server) })
}

/// What is attached to the word Windows, which some tools shorten: nothing, or
/// a release as in `win10`.
fn release_of(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("windows").or_else(|| word.strip_prefix("win"))?;
    (rest.is_empty() || is_release(rest)).then_some(rest)
}

fn edition(ending: &str, server: bool) -> Option<String> {
    let names = NAMES.as_ref().ok()?;
    let known = if server { &names.server } else { &names.client };
    let ending = without_noise(ending, &names.noise);
    let is_ending = |one: &String| without_noise(&plain(one), &names.noise) == ending;
    let found = known.iter().find(|(_, endings)| endings.iter().any(is_ending));
    found.map(|(id, _)| id.clone())
}

fn without_noise(ending: &str, noise: &[String]) -> String {
    let mut ending = format!(" {ending} ");
    for words in noise {
        ending = ending.replace(&format!(" {words} "), " ");
    }
    ending.trim().to_owned()
}

/// Lower case, without trade marks and brackets, single blanks.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace("(r)", " ").replace("(tm)", " ");
    let spaced: String =
        name.chars().map(|c| if "®™©\u{a0},()".contains(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `10`, `11`, `8.1`, `2022`, `r2`, `24h2`, or the year of a long-term release.
fn is_release(word: &str) -> bool {
    let half_year = |(year, half): (&str, &str)| year.len() == 2 && half.len() == 1;
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == '.');
    word == "r2"
        || (word.starts_with(|c: char| c.is_ascii_digit())
            && (is_number(word)
                || (is_number(&word.replacen('h', "", 1))
                    && word.split_once('h').is_some_and(half_year))))
}

/// The year that names a server where the word Server is left out.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
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
    fn what_tools_put_around_a_name_does_not_count() {
        for (name, edition) in [
            ("Windows 11 Pro 24H2", "Professional"),
            ("Windows 11 Pro 64-bit", "Professional"),
            ("Windows 10 Pro (64 bits)", "Professional"),
            ("Windows 10 Pro (22H2)", "Professional"),
            ("Windows 10 Enterprise x64", "Enterprise"),
            ("Windows 11 Professional Edition", "Professional"),
            ("Windows 7 Pro SP1", "Professional"),
            ("Windows 10 Home in S mode", "Core"),
            ("Microsoft Windows 11 Enterprise 10.0.26100", "Enterprise"),
            ("Microsoft Windows 11 Pro, Version 24H2 (OS Build 26100.4061)", "Professional"),
            ("Windows 10 Enterprise LTSC 1809", "EnterpriseS"),
            ("Win 11 Pro", "Professional"),
            ("Win10 Ent", "Enterprise"),
            ("Windows11 Home", "Core"),
        ] {
            check(name, false, Some(edition));
        }
        check("Windows Server 2022 Standard x64", true, Some("ServerStandard"));
        check("Win 2022", true, None);
        check("Win 11", false, None);
        assert_eq!(read("Winter 11 Pro"), None);
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
            let plain = |name: &String| without_noise(&plain(name), &names.noise);
            let mut endings: Vec<String> = known.values().flatten().map(plain).collect();
            let all = endings.len();
            endings.sort();
            endings.dedup();
            assert_eq!(endings.len(), all);
        }
    }
}
