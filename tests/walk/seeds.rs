//! Each step that the two seed documents name has its screen, with its label.

use crate::support::{id, walk};
use joinbench::walk::Screen;

/// The step in short, the walk, the screen, and what that screen must say.
const STEPS: &[(&str, &str, &str, &str)] = &[
    // How a join goes on, whatever the device
    ("the device is registered and joined", "new-device", "registering", "registers the device"),
    ("two-step verification or security info", "new-device", "mfa-set-up", "two-step verification"),
    ("two-step verification or security info", "existing-device", "mfa-set-up", "security info"),
    ("automatic enrollment in device management", "new-device", "enrollment-status", "Apps"),
    ("automatic enrollment in device management", "existing-device", "registering", "enrolls"),
    ("automatic sign-in with the account", "new-device", "automatic-sign-in", "on its own"),
    // A new device, first document
    ("start the device and its first setup", "new-device", "power-on", "power button"),
    ("Sign in with Microsoft, email address", "new-device", "address", "Sign in with Microsoft"),
    ("enter your password", "new-device", "password", "Enter your password"),
    ("approve the device on the mobile", "new-device", "mfa-phone", "On the phone"),
    ("set privacy settings", "new-device", "privacy", "Choose privacy settings"),
    ("set up Windows Hello if necessary", "new-device", "hello", "Windows Hello"),
    // An existing device, first document
    ("open Settings, then Accounts", "existing-device", "open-settings", "Accounts"),
    ("Access work or school", "existing-device", "accounts", "Access work or school"),
    ("Connect", "existing-device", "connect", "Connect"),
    (
        "dialog to set up an account",
        "existing-device",
        "set-up-account",
        "Set up a work or school account",
    ),
    (
        "choose to join this device",
        "existing-device",
        "set-up-account",
        "Join this device to Microsoft Entra ID",
    ),
    (
        "the older wording of that link",
        "existing-device",
        "set-up-account",
        "Join this device to Azure Active Directory",
    ),
    (
        "Let's get you signed in, address, Next",
        "existing-device",
        "address",
        "Let's get you signed in",
    ),
    ("Enter password, Sign in", "existing-device", "password", "Enter password"),
    ("approve the device on the mobile", "existing-device", "mfa-phone", "On the phone"),
    (
        "check the organization, Join",
        "existing-device",
        "confirm-organization",
        "Make sure this is your organization",
    ),
    ("all set, Done", "existing-device", "all-set", "You're all set!"),
    // A new device, second document
    ("turn on and follow the prompts", "new-device", "region", "country or region"),
    ("the device may restart several times", "new-device", "power-on", "restart several times"),
    ("it must be online", "new-device", "network", "internet"),
    (
        "how to set the device up",
        "new-device",
        "how-to-set-up",
        "How would you like to set up this device?",
    ),
    ("work or school is chosen", "new-device", "how-to-set-up", "Set up for work or school"),
    (
        "credentials of the organization",
        "new-device",
        "address",
        "Let's set things up for your work or school",
    ),
    (
        "optionally a security key",
        "new-device",
        "choose-security-key",
        "Sign in with a security key",
    ),
    (
        "optionally multifactor authentication",
        "new-device",
        "mfa-number",
        "Approve sign in request",
    ),
    ("go on through the prompts", "new-device", "privacy", "Accept"),
    (
        "the tenant checks for device management",
        "new-device",
        "registering",
        "checks whether the device must enroll",
    ),
    (
        "registered in the directory, enrolled if applicable",
        "new-device",
        "enrollment-status",
        "Setting up your device for work",
    ),
    (
        "a managed account reaches the desktop by itself",
        "new-device",
        "automatic-sign-in",
        "managed account",
    ),
    (
        "a federated account types its credentials",
        "new-device",
        "windows-sign-in",
        "federated account",
    ),
    ("the desktop", "new-device", "desktop", "Start button"),
    (
        "device registration must let the account in",
        "new-device",
        "stopped-not-allowed",
        "Users may join devices",
    ),
    (
        "Home cannot be joined, only registered",
        "new-device",
        "home-sign-in",
        "Registered is not joined",
    ),
    ("verify under Access work or school", "new-device", "verify", "Access work or school"),
    ("it shows the connection and what IT manages", "new-device", "verify", "manages"),
];

fn words(screen: &Screen) -> String {
    let mut words = vec![screen.phase.as_str(), &screen.title];
    words.extend(screen.do_.iter().map(String::as_str));
    words.extend(screen.see.iter().map(|cue| cue.0.as_str()));
    words.extend(screen.hints.iter().map(|hint| hint.text.as_str()));
    words.extend(screen.otherwise.iter().flat_map(|other| [other.sees.as_str(), &other.then]));
    words.extend(screen.wording.iter().map(|wording| wording.says.as_str()));
    words.extend(screen.replica.texts());
    words.join("\n").replace("**", "")
}

#[test]
fn every_step_of_the_seed_documents_has_its_screen() {
    for (step, walk_id, screen, says) in STEPS {
        let screen = walk(walk_id).screen(&id(screen));
        let screen = screen.unwrap_or_else(|| panic!("{step}: no such screen in {walk_id}"));
        assert!(words(screen).contains(says), "{step}: {} does not say \"{says}\"", screen.id);
    }
}
