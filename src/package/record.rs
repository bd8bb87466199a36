//! What was found, done and proven, as the handover keeps it.
//!
//! Plain values: the floors above fill them from their own reports.

use serde::{Deserialize, Serialize};

/// The record of one device. Empty texts are "not known".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Record {
    /// The device's verdict: `ready`, `fix`, `blocked` or `unknown`.
    pub verdict: String,
    /// The id of the best join path.
    pub best_path: String,
    /// The join state as it was verified, for example `entra-joined`.
    pub state: String,
    pub findings: Vec<RecordFinding>,
    pub steps: Vec<RecordStep>,
    pub checks: Vec<RecordCheck>,
}

/// The answer of one rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RecordFinding {
    pub rule: String,
    /// `fires`, `passes` or `unknown`.
    pub result: String,
    pub title: String,
    pub because: String,
    pub fix: Vec<String>,
}

/// One step of the walk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RecordStep {
    pub title: String,
    /// When it was done, in words; `None` when it was not.
    pub done_at: Option<String>,
}

/// One check after the join.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RecordCheck {
    pub id: String,
    /// `good`, `warn`, `bad` or `unknown`.
    pub result: String,
    pub says: String,
}
