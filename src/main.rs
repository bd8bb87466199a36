//! The program: the window and the command line over one library.

use std::process::ExitCode;

fn main() -> ExitCode {
    let wanted = env_logger::Env::new().filter_or("JOINBENCH_LOG", "joinbench=warn");
    env_logger::Builder::from_env(wanted).init();
    joinbench::cli::run()
}
