//! What the tests of walks share: facts in words, and routes as lines of ids.

use std::sync::LazyLock;

use joinbench::check::{Fact, Facts, Organization};
use joinbench::device::{Device, Value};
use joinbench::walk::{ScreenId, Stop, Turn, Walk, Walks};

pub static WALKS: LazyLock<Walks> = LazyLock::new(|| Walks::built_in().unwrap());

pub fn walk(id: &str) -> &'static Walk {
    WALKS.get(id).unwrap()
}

/// Facts written as `mfa_required=yes identity=federated`.
pub fn known(words: &str) -> Vec<(Fact, Value)> {
    let read = |word: &str| {
        let (id, typed) = word.split_once('=').unwrap();
        let fact: Fact = id.parse().unwrap();
        (fact, fact.kind().parse(typed).unwrap())
    };
    words.split_whitespace().map(read).collect()
}

pub fn facts(known: &[(Fact, Value)]) -> Facts<'_> {
    static DEVICE: LazyLock<Device> = LazyLock::new(Device::default);
    static ORGANIZATION: LazyLock<Organization> = LazyLock::new(Organization::default);
    let mut facts = Facts::of(&DEVICE, &ORGANIZATION);
    for (fact, value) in known {
        facts.set(*fact, value.into());
    }
    facts
}

/// Every what-if of a walk switched off: nothing is left open but what no fact tells.
pub fn plain(walk: &Walk) -> Vec<(Fact, Value)> {
    walk.what_ifs.iter().flat_map(|what_if| what_if.clears.clone()).collect()
}

pub fn turn(at_screen: &str, went: &str) -> Turn {
    Turn { at_screen: at_screen.into(), went: went.into() }
}

pub fn id(screen: &str) -> ScreenId {
    screen.into()
}

/// The ids in order; `~` before a screen that may appear.
pub fn line(stops: &[Stop<'_>]) -> String {
    let word =
        |stop: &Stop<'_>| format!("{}{}", if stop.may_appear { "~" } else { "" }, stop.screen.id);
    stops.iter().map(word).collect::<Vec<_>>().join(" ")
}
