//! `joinbench`, `joinbench PLAN` and `joinbench REPORT`: the window.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::args::{self, Args};
use super::fail::Fail;
use super::reply::{Exit, Reply};
use crate::app::{self, Clock, FixedClock, OpenError, Opening, SystemClock};
use crate::native;
use crate::plan::store;

pub fn run(args: &Args) -> Result<Reply, Fail> {
    let outcome = run_window(args);
    if let Err(fail @ Fail::Window(_)) = &outcome {
        native::show_without_console(&fail.words().join("\n"));
    }
    outcome
}

fn run_window(args: &Args) -> Result<Reply, Fail> {
    if args.json {
        return Err(Fail::JsonWithoutCommand);
    }
    let opening = match &args.plan {
        None => Opening::Home,
        Some(plan) if plan.is_file() && store::is_plan(plan) => Opening::Plan(plan.clone()),
        Some(report) if report.exists() => Opening::Report(report.clone()),
        Some(plan) => return Err(args::unknown(&plan.display().to_string())),
    };
    open(opening, args.today)?;
    Reply::new(Exit::Yes, &(), "")
}

/// Opens the window and waits until it is closed.
pub fn open(opening: Opening, today: Option<Date>) -> Result<(), OpenError> {
    let noon = today.and_then(|day| day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok());
    let clock: Box<dyn Clock> = match noon {
        Some(noon) => Box::new(FixedClock(noon.timestamp())),
        None => Box::new(SystemClock),
    };
    app::open(opening, clock)
}
