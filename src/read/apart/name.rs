//! Names of computers: the same in any case, with or without their domain.

use super::identity::Match;
use crate::device::{Field, Value};

/// So many letters of a name are left where Windows gives it the `NetBIOS` way.
const LONGEST_NETBIOS: usize = 15;

/// Whether a name has a domain behind it.
pub(super) fn is_full(name: &str) -> bool {
    !is_address(name.trim()) && !split(name.trim()).1.is_empty()
}

/// Whether a text is this name with its domain.
pub(super) fn is_full_of(text: &str, name: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    is_full(text) && text.trim().chars().all(is_plain) && short(text).eq_ignore_ascii_case(name)
}

/// A name without its domain.
pub(super) fn short(name: &str) -> &str {
    if is_full(name) { split(name.trim()).0 } else { name }
}

/// Adds a name that is not there. With its domain it takes the place of the
/// short one, so that two computers in two domains are not one by that.
pub(super) fn add(names: &mut Vec<String>, name: &str) {
    match names.iter_mut().find(|known| compare(known, name) == Match::Same) {
        Some(known) if is_full(name) && !is_full(known) => name.clone_into(known),
        Some(_) => {}
        None => names.push(name.to_owned()),
    }
}

/// Whether one of the names of a computer is this one.
pub(super) fn compare_all(known: &[String], name: &str) -> Option<Match> {
    let found: Vec<Match> = known.iter().map(|known| compare(known, name)).collect();
    [Match::Same, Match::Open, Match::Different].into_iter().find(|kind| found.contains(kind))
}

/// Whether two names are of one computer, as far as names tell.
pub(super) fn compare(a: &str, b: &str) -> Match {
    let (a, b) = (a.trim(), b.trim());
    if a.eq_ignore_ascii_case(b) {
        return Match::Same;
    }
    if is_address(a) || is_address(b) {
        return Match::Different;
    }
    let ((a, a_domain), (b, b_domain)) = (split(a), split(b));
    if a.eq_ignore_ascii_case(b) {
        return if is_same_domain(a_domain, b_domain) { Match::Same } else { Match::Different };
    }
    // Names that begin alike for so long may be one, and need not.
    if is_cut(a, b) || is_cut(b, a) { Match::Open } else { Match::Different }
}

/// Tools name a computer by its address when they find no other name.
pub(crate) fn is_address(name: &str) -> bool {
    name.split('.').count() == 4 && name.split('.').all(|part| part.parse::<u8>().is_ok())
}

/// The name itself, and the domain behind it.
fn split(name: &str) -> (&str, &str) {
    name.split_once('.').unwrap_or((name, ""))
}

/// Two computers of one name can stand in two domains.
fn is_same_domain(a: &str, b: &str) -> bool {
    let value = |domain: &str| Value::from(domain.to_owned());
    a.is_empty() || b.is_empty() || Field::Domain.agree(&value(a), &value(b))
}

/// Whether a name is the other one, cut the `NetBIOS` way.
fn is_cut(short: &str, long: &str) -> bool {
    let start = || long.get(..short.len());
    short.chars().count() == LONGEST_NETBIOS
        && start().is_some_and(|start| start.eq_ignore_ascii_case(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(&str, &str)], expected: Match) {
        for (a, b) in pairs {
            assert_eq!(compare(a, b), expected, "{a} and {b}");
            assert_eq!(compare(b, a), expected, "{b} and {a}");
        }
    }

    #[test]
    fn a_name_is_the_same_in_any_case_and_with_its_domain() {
        check(
            &[
                ("CT-0001", " ct-0001 "),
                ("CT-0001", "ct-0001.corp.contoso.com"),
                ("ct-0001.corp", "ct-0001.corp.contoso.com"),
                ("10.0.0.7", "10.0.0.7"),
            ],
            Match::Same,
        );
    }

    #[test]
    fn a_name_in_another_domain_is_another_name() {
        check(
            &[
                ("CT-0001", "CT-000"),
                ("CT-0001", ""),
                ("pc-01.corp.contoso.com", "pc-01.ad.fabrikam.com"),
            ],
            Match::Different,
        );
    }

    #[test]
    fn addresses_are_compared_as_a_whole() {
        check(&[("10.0.0.7", "10.0.0.8"), ("10.0.0.7", "10")], Match::Different);
    }

    #[test]
    fn a_name_that_netbios_cut_may_be_the_long_one() {
        check(
            &[
                ("CONTOSO-LAPTOP-", "CONTOSO-LAPTOP-0001"),
                ("CONTOSO-LAPTOP-", "contoso-laptop-0001.corp.contoso.com"),
            ],
            Match::Open,
        );
        check(&[("CONTOSO-LAPTOP", "CONTOSO-LAPTOP-0001")], Match::Different);
    }

    #[test]
    fn a_short_name_does_not_make_two_full_names_one() {
        let mut known = Vec::new();
        for name in ["pc-01", "pc-01.corp.contoso.com", "PC-01"] {
            add(&mut known, name);
        }
        assert_eq!(known, ["pc-01.corp.contoso.com"]);
        assert_eq!(short(&known[0]), "pc-01");
        assert_eq!(compare_all(&known, "PC-01"), Some(Match::Same));
        assert_eq!(compare_all(&known, "pc-01.corp.contoso.com"), Some(Match::Same));
        assert_eq!(compare_all(&known, "pc-01.ad.fabrikam.com"), Some(Match::Different));
        assert_eq!(compare_all(&[], "pc-01"), None);
    }
}
