//! "Did you mean …?": the fact whose name is nearest to a name that is none.

use super::fact::{Derived, Fact};
use super::organization::Question;
use crate::device::Field;

/// A name that is no device field, no question and no derived fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a device field, a question or a derived fact{}", hint(*nearest))]
pub struct UnknownFact {
    pub name: String,
    /// A fact with nearly this name.
    pub nearest: Option<Fact>,
}

impl UnknownFact {
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), nearest: nearest(name) }
    }
}

fn hint(nearest: Option<Fact>) -> String {
    nearest.map(|fact| format!(". Did you mean `{fact}`?")).unwrap_or_default()
}

/// Names longer than this are no slip of the finger.
const LONGEST_NAME: usize = 40;

fn nearest(name: &str) -> Option<Fact> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = name.trim().to_ascii_lowercase().replace(['-', ' '], "_");
    let fields = Field::ALL.iter().map(|field| Fact::Device(*field));
    let questions = Question::ALL.iter().map(|question| Fact::Answer(*question));
    let derived = Derived::ALL.iter().map(|derived| Fact::Derived(*derived));
    let near = |fact: Fact| Some((slips(&name, fact.id())?, fact));
    fields.chain(questions).chain(derived).filter_map(near).min().map(|(_, fact)| fact)
}

/// How many slips lie between a name and an id; nothing when too many. A name
/// without its unit (`memory` for `memory_mb`) counts as one.
fn slips(name: &str, id: &str) -> Option<usize> {
    const FEWEST: usize = 3;
    if name.len() >= FEWEST && id.strip_prefix(name).is_some_and(|rest| rest.starts_with('_')) {
        return Some(1);
    }
    let slips = distance(name, id);
    (slips <= name.len() / FEWEST).then_some(slips)
}

/// Letters to add, drop or change to turn one name into the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (dropped, letter) in (1..).zip(from.bytes()) {
        let mut left = dropped;
        let mut next = vec![left];
        for (other, above) in to.bytes().zip(row.windows(2)) {
            if let [diagonal, above] = above {
                left = (diagonal + usize::from(letter != other)).min(above + 1).min(left + 1);
                next.push(left);
            }
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(nearest(name).map(Fact::id), expected, "{name}");
    }

    #[test]
    fn a_slip_finds_the_fact_that_was_meant() {
        check("manufacturr", Some("manufacturer"));
        check("memory", Some("memory_mb"));
        check("Memory-MB", Some("memory_mb"));
        check("domain_join", Some("domain_joined"));
        check("autoenroll", Some("auto_enroll"));
        check("windows_11_gate", Some("windows11_gate"));
    }

    #[test]
    fn a_name_that_is_far_from_all_finds_none() {
        check("favorite_color", None);
        check("", None);
        check("xx", None);
        check(&"memory_mb".repeat(9), None);
    }
}
