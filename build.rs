//! What the program for Windows needs beyond the code.

use std::env;
use std::io;

/// It says that the program needs no administrator, takes long paths, and gets
/// no console of its own when somebody double-clicks it.
const MANIFEST: &str = "assets/windows/joinbench.exe.manifest";

/// What other systems give the first thread; Windows gives an eighth of it.
const STACK_BYTES: u32 = 8 * 1024 * 1024;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={MANIFEST}");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    embed_manifest::embed_manifest_file(MANIFEST)?;
    let linker_of_microsoft = env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "msvc");
    let stack = if linker_of_microsoft { "/STACK:" } else { "-Wl,--stack," };
    println!("cargo:rustc-link-arg-bins={stack}{STACK_BYTES}");
    Ok(())
}
