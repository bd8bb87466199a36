//! Plans on disk: written whole or not at all, with the last good copy beside.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::document::Plan;
use super::file::{self, BadPlan};
use crate::native;

/// The ending of plan files.
pub const ENDING: &str = "joinplan";

/// Whether a file is called as plans are, or as their last good copies.
#[must_use]
pub fn is_plan(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING || ending == "bak")
}

/// Larger files are no plans.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A plan that could not be opened or saved.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{} could not be read: {source}. Check that it exists and that you may open it.", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{} could not be written: {source}. Check the free space and your rights there.", path.display())]
    Write { path: PathBuf, source: std::io::Error },
    #[error("{} is not a plan: it is larger than 64 MB.", path.display())]
    TooLarge { path: PathBuf },
    #[error("{}: {fault}", path.display())]
    Damaged {
        path: PathBuf,
        fault: BadPlan,
        /// The copy before the damage, if it can still be read.
        last_good: Option<PathBuf>,
    },
    #[error("the plan could not be written as text: {0}")]
    Text(#[from] ron::Error),
}

impl StoreError {
    /// What to do next, where there is something.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Damaged { last_good: Some(copy), .. } => {
                Some(format!("The last good copy is {}. Open that.", copy.display()))
            }
            _ => None,
        }
    }
}

/// Where the last good copy of a plan stands.
#[must_use]
pub fn copy_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    PathBuf::from(name)
}

/// Opens a plan.
///
/// # Errors
/// Says what is wrong with the file and where, and names the last good copy.
pub fn open(path: &Path) -> Result<Plan, StoreError> {
    let text = read(path)?;
    file::from_text(&text).map_err(|fault| {
        let copy = copy_path(path);
        let last_good = is_good(&copy).then_some(copy);
        StoreError::Damaged { path: path.to_owned(), fault, last_good }
    })
}

/// Saves a plan whole or not at all. What stood there before stays beside as
/// the last good copy.
///
/// # Errors
/// Says what could not be written; the old file is still there then.
pub fn save(path: &Path, plan: &Plan) -> Result<(), StoreError> {
    let text = file::to_text(plan)?;
    if is_good(path) {
        let before = read(path)?;
        if before == text {
            return Ok(());
        }
        write_whole(&copy_path(path), before.as_bytes())?;
    }
    write_whole(path, text.as_bytes())
}

/// Writes a file so that a crash leaves the old one or the new one.
///
/// # Errors
/// Names the file that could not be written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write(path, bytes, |_| {})
}

/// Writes a file with secrets whole, for its owner and nobody else, before the
/// first byte is in it. A file system that keeps no rights cannot do that.
///
/// # Errors
/// Names the file that could not be written.
pub fn write_for_owner(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write(path, bytes, |file| {
        if let Err(fault) = native::keep_for_owner(file) {
            log::warn!("a file with secrets keeps the rights of its folder: {fault}");
        }
    })
}

fn write(path: &Path, bytes: &[u8], prepare: impl FnOnce(&Path)) -> Result<(), StoreError> {
    let failed = |source| StoreError::Write { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut file = NamedTempFile::new_in(folder).map_err(failed)?;
    prepare(file.path());
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    move_into_place(file, path).map_err(failed)
}

/// Windows refuses for a moment while a virus scanner or a synchronization
/// looks at the old file.
fn move_into_place(mut file: NamedTempFile, path: &Path) -> std::io::Result<()> {
    /// From one try to the next, in milliseconds.
    const WAITS: [u64; 4] = [5, 20, 50, 100];
    /// Access denied, and a file that another program uses.
    const FOR_A_MOMENT: [Option<i32>; 2] = [Some(5), Some(32)];
    for wait in WAITS {
        match file.persist(path) {
            Err(fault) if cfg!(windows) && FOR_A_MOMENT.contains(&fault.error.raw_os_error()) => {
                file = fault.file;
                std::thread::sleep(Duration::from_millis(wait));
            }
            done => return done.map(drop).map_err(|fault| fault.error),
        }
    }
    file.persist(path).map(drop).map_err(|fault| fault.error)
}

/// Gives a file the rights that other files get. Files are written for their
/// owner only; those without secrets may be read by others.
///
/// # Errors
/// When the rights cannot be changed.
pub fn make_readable(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// A free file name for a new plan in this folder.
#[must_use]
pub fn free_path(folder: &Path, title: &str) -> PathBuf {
    let mut name: String = title
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    name.truncate(40);
    let name = name.trim_matches('-');
    let name = if name.is_empty() { "plan" } else { name };
    (1_u32..10_000)
        .map(|count| match count {
            1 => folder.join(format!("{name}.{ENDING}")),
            _ => folder.join(format!("{name}-{count}.{ENDING}")),
        })
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(format!("plan.{ENDING}")))
}

fn is_good(path: &Path) -> bool {
    read(path).is_ok_and(|text| file::from_text(&text).is_ok())
}

fn read(path: &Path) -> Result<String, StoreError> {
    let failed = |source| StoreError::Read { path: path.to_owned(), source };
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > LARGEST {
        return Err(StoreError::TooLarge { path: path.to_owned() });
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    String::from_utf8(bytes)
        .map_err(|_| failed(std::io::Error::new(ErrorKind::InvalidData, "it is not UTF-8 text")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Journey;

    fn plan(name: &str) -> Plan {
        Plan { name: name.to_owned(), ..Plan::new(Journey::NewDevice) }
    }

    #[test]
    fn what_is_saved_opens_again_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.joinplan");
        save(&path, &plan("Contoso")).unwrap();
        assert_eq!(open(&path).unwrap(), plan("Contoso"));
    }

    #[test]
    fn a_damaged_plan_names_line_and_column_and_the_last_good_copy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.joinplan");
        save(&path, &plan("first")).unwrap();
        save(&path, &plan("second")).unwrap();
        std::fs::write(&path, "(\n  schema: 1,\n  name: 7,\n)").unwrap();
        let fault = open(&path).unwrap_err();
        assert!(fault.to_string().contains("line 3"), "{fault}");
        let StoreError::Damaged { last_good: Some(copy), .. } = fault else { panic!("{fault}") };
        assert_eq!(open(&copy).unwrap(), plan("first"));
    }

    #[test]
    fn a_damaged_file_never_replaces_the_last_good_copy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.joinplan");
        save(&path, &plan("first")).unwrap();
        save(&path, &plan("second")).unwrap();
        std::fs::write(&path, "cut sho").unwrap();
        save(&path, &plan("third")).unwrap();
        assert_eq!(open(&copy_path(&path)).unwrap(), plan("first"));
        assert_eq!(open(&path).unwrap(), plan("third"));
    }

    #[test]
    fn a_plan_of_a_newer_version_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.joinplan");
        std::fs::write(&path, "(schema: 99, surprise: true)").unwrap();
        let fault = open(&path).unwrap_err();
        assert!(fault.to_string().contains("newer version"), "{fault}");
    }

    #[test]
    fn file_names_are_plain_and_free() {
        let folder = tempfile::tempdir().unwrap();
        let first = free_path(folder.path(), "7XK2P13 / Dell: Latitude");
        assert_eq!(first.file_name().unwrap(), "7xk2p13---dell--latitude.joinplan");
        std::fs::write(&first, "").unwrap();
        assert_ne!(free_path(folder.path(), "7XK2P13 / Dell: Latitude"), first);
    }
}
