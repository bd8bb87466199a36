//! The manifest in the program for Windows. One with a fault keeps the program
//! from starting, and nothing but Windows would say so.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::sources::text;

#[test]
fn the_manifest_for_windows_is_whole() {
    let manifest = text("assets/windows/joinbench.exe.manifest");
    let mut reader = Reader::from_str(&manifest);
    let mut open: Vec<String> = Vec::new();
    let mut said = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(tag.name().0.to_owned()),
            Event::End(_) => drop(open.pop()),
            Event::Text(words) if !words.trim().is_empty() => {
                said.push(format!("{} {}", open.join("/"), words.trim()));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, [""; 0]);
    assert_eq!(
        said,
        [
            "assembly/application/windowsSettings/consoleAllocationPolicy detached",
            "assembly/application/windowsSettings/longPathAware true",
        ]
    );
    assert!(manifest.contains("level=\"asInvoker\""));
}
