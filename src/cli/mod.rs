//! The command line: one file a command, over the same core as the window.
//!
//! A command takes its arguments and gives back a [`reply::Reply`] or a
//! [`fail::Fail`]; only this file prints. Results go to standard output, as
//! text or as one JSON document; everything else goes to standard error.

mod args;
mod capture;
mod check;
mod demo;
mod export;
mod fail;
mod files;
mod hash;
mod joins;
mod lists;
mod meant;
mod page;
mod piles;
mod probe;
mod read;
mod readings;
mod reply;
mod reports;
mod rules;
mod verify;
mod window;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use jiff::Zoned;
use jiff::civil::Date;

use args::{Args, Asked, Command};
use fail::Fail;
use page::safe;
use reply::{Exit, Reply};

/// Does what the arguments of this process ask for.
#[must_use]
pub fn run() -> ExitCode {
    // The command prompt and PowerShell leave `*.txt` to the program.
    let arguments: Vec<OsString> = wild::args_os().collect();
    let json = args::wants_json(&arguments);
    let outcome = match args::parse(&arguments) {
        Ok(Asked::Tell(text)) => Ok(Reply::of_text(text)),
        Ok(Asked::Run(args)) => answer(&args),
        Err(fail) => Err(fail),
    };
    let (reply, fail) = match outcome {
        Ok(reply) => (reply, None),
        Err(fail) => (fail.reply(), Some(fail)),
    };
    for note in &reply.notes {
        tell(note);
    }
    if let Some(fail) = &fail {
        fail.words().iter().for_each(|line| tell(line));
    }
    match print(if json { &reply.json } else { &reply.text }) {
        Ok(()) => reply.exit.into(),
        Err(fault) => {
            tell(&format!("error: standard output could not be written: {fault}"));
            Exit::Unusable.into()
        }
    }
}

fn answer(args: &Args) -> Result<Reply, Fail> {
    let Some(command) = &args.command else { return window::run(args) };
    if let Some(plan) = &args.plan {
        return Err(Fail::PlanBeforeCommand { typed: plan.display().to_string() });
    }
    let day = || today(args.today);
    match command {
        Command::Read(read) => read::run(read),
        Command::Check(check) => check::run(check, day()),
        Command::Verify(verify) => verify::run(verify, day()),
        Command::Hash(hash) => hash::run(hash),
        Command::Export(export) => export::run(export, day()),
        Command::Capture(capture) => capture::run(capture),
        Command::Demo(demo) => demo::run(demo, args.json, args.today),
        Command::Probe => probe::run(),
        Command::Rules(rules) => rules::run(rules),
        Command::Joins(joins) => joins::run(joins),
    }
}

/// The day that answers are for: the one asked for, else that of this computer.
fn today(asked: Option<Date>) -> Date {
    asked.unwrap_or_else(|| Zoned::now().date())
}

fn tell(line: &str) {
    // When nobody can be told, there is nothing left to do.
    let _ = writeln!(std::io::stderr(), "{}", safe(line));
}

/// Writes the result. Whoever reads it may stop early, as `head` does.
fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
