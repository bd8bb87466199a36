//! What is written about the program is true.

use crate::sources::text;

#[test]
fn the_readme_names_every_command_and_no_other() {
    let readme = text("README.md");
    let help =
        text("tests/cli/snapshots/cli__misuse__the_help_of_the_program_and_of_every_command.snap");
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let commands: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.contains(&"check"), "{commands:?}");
    for command in &commands {
        assert!(readme.contains(&format!("\n| `joinbench {command} ")), "{command}");
    }
    let rows =
        readme.lines().filter_map(|line| line.strip_prefix("| `joinbench ")?.split(' ').next());
    for row in rows {
        assert!(commands.contains(&row), "{row} is in the readme only");
    }
}

#[test]
fn every_part_of_the_source_has_its_line_in_the_house() {
    let house = text("ARCHITECTURE.md");
    let library = text("src/lib.rs");
    let parts = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for part in parts {
        let line = if part == "wizard" { "  wizard.rs ".to_owned() } else { format!("  {part}/ ") };
        assert!(house.contains(&line), "{part} is not in ARCHITECTURE.md");
    }
}

#[test]
fn the_house_holds_nothing_of_the_machine_it_was_built_on() {
    for paper in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "Cargo.toml",
        ".ci/run",
        ".ci/windows",
    ] {
        let paper_text = text(paper);
        for path in ["/home/", "C:\\Users"] {
            assert!(!paper_text.contains(path), "{paper} names {path}");
        }
    }
}
