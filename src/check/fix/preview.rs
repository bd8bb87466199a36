//! "What if I fix this": the answer once some fixes are done, before doing them.

use serde::Serialize;

use super::Situation;
use crate::check::JoinPath;
use crate::check::rule::RuleSet;
use crate::check::verdict::{PathVerdict, Verdict};

/// The answer after some fixes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The ids of the rules that are supposed to be settled.
    pub settled: Vec<String>,
    pub verdict: Verdict,
    /// The path to take then, now or after further fixes.
    pub best_path: Option<JoinPath>,
    /// Every path, in the order of the paths.
    pub paths: Vec<PathThen>,
    /// The ids of rules that fire then and do not now.
    pub comes_up: Vec<String>,
}

/// The answer of a path after some fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PathThen {
    pub path: JoinPath,
    pub verdict: PathVerdict,
}

impl Preview {
    /// The answer of one path then.
    #[must_use]
    pub fn path(&self, path: JoinPath) -> PathVerdict {
        let then = self.paths.iter().find(|then| then.path == path);
        then.map_or(PathVerdict::Unknown, |then| then.verdict)
    }
}

/// What the answer would be if the rules with these ids were settled. An id
/// that is no rule, or whose rule does not fire, changes nothing.
pub fn preview<'i>(
    situation: &Situation<'_>,
    settled: impl IntoIterator<Item = &'i str>,
) -> Preview {
    let rules = &situation.knowledge.rules;
    let now = situation.judge_after(RuleSet::default());
    let mut fixed = RuleSet::default();
    for id in settled {
        let place = rules.iter().position(|rule| rule.id == id && rule.can_be_fixed());
        if let Some(at) = place.filter(|at| now.fires.contains(*at)) {
            fixed.insert(at);
        }
    }
    let then = situation.judge_after(fixed);
    let mut new = RuleSet::default();
    then.fires.iter().filter(|at| !now.fires.contains(*at)).for_each(|at| new.insert(at));
    let ids = |set: RuleSet| rules.of(set).map(|rule| rule.id.clone()).collect();
    Preview {
        settled: ids(fixed),
        verdict: then.verdict(),
        best_path: then.best_path(),
        paths: JoinPath::ALL
            .map(|path| PathThen { path, verdict: then.path(path).verdict() })
            .into(),
        comes_up: ids(new),
    }
}
