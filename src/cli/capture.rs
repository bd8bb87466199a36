//! `joinbench capture`: the script that collects what the rules need on a device.

use std::ffi::OsStr;
use std::path::Path;

use serde::Serialize;

use super::args::CaptureArgs;
use super::fail::Fail;
use super::reply::{Exit, Reply, SCHEMA};
use crate::plan::store;
use crate::read::Script;

pub fn run(args: &CaptureArgs) -> Result<Reply, Fail> {
    let script = if args.cmd { Script::CommandPrompt } else { Script::PowerShell };
    let text = if args.line { script.line() + "\n" } else { script.text() };
    let own_name = args.to.as_deref().and_then(Path::file_name).map(OsStr::to_string_lossy);
    let file_name = own_name.as_deref().unwrap_or(script.file_name());
    let command = script.command().replace(script.file_name(), file_name);
    let answer = Answer {
        schema: SCHEMA,
        file_name,
        command: &command,
        text: &text,
        written: args.to.as_ref().map(|path| path.display().to_string()),
    };
    let mut reply = Reply::new(Exit::Yes, &answer, "")?;
    match &args.to {
        Some(path) => {
            store::write_whole(path, text.as_bytes())?;
            let failed = |source| store::StoreError::Write { path: path.clone(), source };
            store::make_readable(path).map_err(failed)?;
            reply.text = format!("{} is written. On the device: {command}\n", path.display());
        }
        // As it is: the command prompt needs the line ends of Windows.
        None => reply.text = text,
    }
    Ok(reply)
}

/// The document of `capture --json`.
#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    file_name: &'a str,
    /// What to type on the device.
    command: &'a str,
    text: &'a str,
    /// The file that was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<String>,
}
