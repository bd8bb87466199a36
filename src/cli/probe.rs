//! `joinbench probe`: what this computer says of itself.

use super::fail::Fail;
use super::readings::{self, Answer, Source};
use super::reply::{Exit, Reply};
use crate::check::Labels;
use crate::device::THIS_COMPUTER;
use crate::probe::{self, Probed};

/// The id of the probe among the formats of sources.
const FORMAT: &str = "probe";

pub fn run() -> Result<Reply, Fail> {
    reply(&probe::this_computer())
}

fn reply(probed: &Probed) -> Result<Reply, Fail> {
    let device = probed.device();
    let source = Source { file: THIS_COMPUTER, format: FORMAT, encoding: "none" };
    let answer = Answer::of(&device, &probed.problems, vec![source]);
    let exit = if device.is_empty() { Exit::Unusable } else { Exit::Yes };
    let mut page = readings::page(&device, &Labels::built_in()?);
    if !probed.problems.is_empty() {
        page.heading("Not seen");
        for problem in &probed.problems {
            page.hanging("  ", &problem.message);
        }
    }
    Reply::new(exit, &answer, &page.finish())
}
