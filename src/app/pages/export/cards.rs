//! The settings of the package, a card each.

use egui::{Align, Layout, Ui};

use super::super::input::{TextInput, take_focus};
use super::super::{product_key, split};
use super::{change, input_id, note, secret, secret_input};
use crate::app::desk::{Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Chip, Field, FieldNote, Icon, heading, show_note, small, switch,
};
use crate::device;
use crate::package::{
    BulkJoin, DeviceName, LocalAdmin, PackageField, SecretKind, Wifi, WifiSecurity,
    device_name_preview,
};

/// Room for the buttons that add what Windows fills in, in points.
const MACRO_BUTTONS: f32 = 205.0;

/// A card that can be switched on; its contents show only then. Gives the new
/// state when the switch was clicked.
fn switched(
    ui: &mut Ui,
    icon: Icon,
    title: &str,
    on: bool,
    chip: Option<&(Tone, String)>,
    contents: impl FnOnce(&mut Ui),
) -> Option<bool> {
    let mut clicked = None;
    Card::default().show(ui, |ui| {
        ui.horizontal(|ui| {
            icon.show(ui, 20.0, theme::of(ui).colors.accent());
            heading(ui, title);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let mut now = on;
                if switch(ui, &mut now, title).changed() {
                    clicked = Some(now);
                }
                small(ui, if on { "On" } else { "Off" });
                if let Some((tone, text)) = chip {
                    Chip::new(*tone, text).show(ui);
                }
            });
        });
        if on {
            contents(ui);
        }
    });
    clicked
}

/// Two inputs side by side where there is room.
fn pair(
    ui: &mut Ui,
    desk: &mut Desk,
    left: impl FnOnce(&mut Ui, &mut Desk),
    right: impl FnOnce(&mut Ui, &mut Desk),
) {
    let gap = theme::of(ui).metrics.space.m;
    if ui.available_width() < 380.0 {
        left(ui, desk);
        right(ui, desk);
        return;
    }
    let width = (ui.available_width() - gap) / 2.0;
    split(ui, desk, width, left, right);
}

pub(super) fn package(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let settings = &view.plan().package;
    Card::default().show(ui, |ui| {
        heading(ui, "The package");
        pair(
            ui,
            desk,
            |ui, desk| {
                let hint = "Windows shows it. Empty: the plan's title.";
                TextInput::new(input_id(PackageField::Name), "Package name", &settings.name)
                    .note(note(view, PackageField::Name, hint))
                    .show(ui, desk, |name| change(view, |s| s.name = name));
            },
            |ui, desk| {
                let hint = "Two or four numbers with dots.";
                TextInput::new(input_id(PackageField::Version), "Version", &settings.version)
                    .note(note(view, PackageField::Version, hint))
                    .code()
                    .show(ui, desk, |version| change(view, |s| s.version = version));
            },
        );
    });
}

pub(super) fn device_name(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let current = view.plan().package.device_name.clone();
    let serial = view.plan().device.text(device::Field::Serial);
    let preview = current.as_ref().map(|name| device_name_preview(&name.template, serial));
    let example = match &preview {
        Some(Ok(name)) => format!("This device becomes {name}. At most 15 characters."),
        _ => "Letters, digits and hyphens; %SERIAL% and %RAND:4% are filled in.".to_owned(),
    };
    let clicked = switched(ui, Icon::Name, "Device name", current.is_some(), None, |ui| {
        let template = current.as_ref().map_or("", |name| name.template.as_str());
        name_template(ui, view, template, &example, desk);
    });
    if let Some(on) = clicked {
        let name = DeviceName { template: "CT-%SERIAL%".to_owned(), ..DeviceName::default() };
        desk.run(change(view, |s| s.device_name = on.then_some(name)));
    }
}

fn name_template(ui: &mut Ui, view: &View<'_>, template: &str, example: &str, desk: &mut Desk) {
    let set = |template: String| {
        change(view, |s| s.device_name = Some(DeviceName { template, ..DeviceName::default() }))
    };
    split(
        ui,
        desk,
        MACRO_BUTTONS,
        |ui, desk| {
            TextInput::new(input_id(PackageField::DeviceName), "Template", template)
                .note(note(view, PackageField::DeviceName, example))
                .code()
                .example("CT-%SERIAL%")
                .show(ui, desk, set);
        },
        |ui, desk| {
            // Level with the input, which has a label above.
            ui.add_space(20.0);
            ui.horizontal(|ui| {
                for filled_in in ["%SERIAL%", "%RAND:4%"] {
                    let name = format!("Add {filled_in}");
                    if Button::plain(filled_in).name(&name).show(ui).clicked() {
                        desk.run(set(format!("{template}{filled_in}")));
                    }
                }
            });
        },
    );
}

pub(super) fn bulk_join(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let current = view.plan().package.bulk_join.clone();
    let chip = current.as_ref().and_then(|join| join.days_left(view.bench.today)).map(expiry);
    let join = current.clone().unwrap_or_default();
    let title = "Join Microsoft Entra ID with a bulk token";
    let clicked = switched(ui, Icon::Account, title, current.is_some(), chip.as_ref(), |ui| {
        pair(
            ui,
            desk,
            |ui, desk| {
                let hint = "Kept in memory only, never in the plan.";
                secret(ui, view, SecretKind::BulkToken, hint, desk);
            },
            |ui, desk| valid_until(ui, view, &join, desk),
        );
        let hint = "Another one only for a national cloud.";
        TextInput::new(input_id(PackageField::Authority), "Sign-in address", &join.authority)
            .note(note(view, PackageField::Authority, hint))
            .code()
            .show(ui, desk, |authority| {
                let join = BulkJoin { authority, ..join.clone() };
                change(view, |s| s.bulk_join = Some(join))
            });
    });
    if let Some(on) = clicked {
        desk.run(change(view, |s| s.bulk_join = on.then(BulkJoin::default)));
    }
}

fn expiry(days: i64) -> (Tone, String) {
    match days {
        ..0 => (Tone::Bad, "Expired".to_owned()),
        0 => (Tone::Warn, "Expires today".to_owned()),
        1 => (Tone::Warn, "Expires tomorrow".to_owned()),
        2..=30 => (Tone::Warn, format!("Expires in {days} days")),
        _ => (Tone::Good, format!("Valid {days} more days")),
    }
}

/// A date is taken when it is one; until then it stays a draft.
fn valid_until(ui: &mut Ui, view: &View<'_>, join: &BulkJoin, desk: &mut Desk) {
    let id = input_id(PackageField::ValidUntil);
    let known = join.valid_until.map(|date| date.to_string()).unwrap_or_default();
    let mut text = desk.draft(id, &known);
    let date: Option<jiff::civil::Date> = text.trim().parse().ok();
    let hint = if date.is_none() && !text.trim().is_empty() {
        FieldNote::Problem("A date looks like 2026-12-13.")
    } else {
        note(view, PackageField::ValidUntil, "As Windows Configuration Designer showed it.")
    };
    let field = Field::new("Valid until", &mut text).id(id).note(hint).code().example("2026-12-13");
    let response = field.show(ui).input;
    if response.changed() {
        let date = text.trim().parse().ok();
        if date.is_some() || text.trim().is_empty() {
            let join = BulkJoin { valid_until: date, ..join.clone() };
            desk.run(change(view, |s| s.bulk_join = Some(join)));
        }
        desk.set_draft(id, text);
    }
    take_focus(ui, desk, &response);
}

pub(super) fn wifi(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let current = view.plan().package.wifi.clone();
    let wifi = current.clone().unwrap_or_default();
    let clicked = switched(ui, Icon::Wifi, "Wi-Fi", current.is_some(), None, |ui| {
        let set = |wifi: Wifi| change(view, |s| s.wifi = Some(wifi));
        pair(
            ui,
            desk,
            |ui, desk| {
                TextInput::new(input_id(PackageField::Ssid), "Network name", &wifi.ssid)
                    .note(note(view, PackageField::Ssid, "Exactly as the network calls itself."))
                    .show(ui, desk, |ssid| set(Wifi { ssid, ..wifi.clone() }));
            },
            |ui, desk| security(ui, view, &wifi, desk),
        );
        if wifi.security != WifiSecurity::Open {
            let hint = "8 to 63 characters. Kept in memory only.";
            secret(ui, view, SecretKind::WifiKey, hint, desk);
        }
        ui.horizontal_wrapped(|ui| {
            let mut hidden = wifi.hidden;
            if switch(ui, &mut hidden, "The network is hidden").changed() {
                desk.run(set(Wifi { hidden, ..wifi.clone() }));
            }
            small(ui, "The network is hidden");
        });
    });
    if let Some(on) = clicked {
        let wifi = Wifi { auto_connect: true, ..Wifi::default() };
        desk.run(change(view, |s| s.wifi = on.then_some(wifi)));
    }
}

fn security(ui: &mut Ui, view: &View<'_>, wifi: &Wifi, desk: &mut Desk) {
    ui.spacing_mut().item_spacing.y = 4.0;
    small(ui, "Security");
    let combo = egui::ComboBox::from_id_salt("wifi security")
        .width(ui.available_width())
        .selected_text(wifi.security.as_written());
    let response = combo.show_ui(ui, |ui| {
        for security in WifiSecurity::ALL {
            let on = wifi.security == security;
            if ui.selectable_label(on, security.as_written()).clicked() {
                let wifi = Wifi { security, ..wifi.clone() };
                desk.run(change(view, |s| s.wifi = Some(wifi)));
            }
        }
    });
    response.response.accessible_name("Wi-Fi security");
}

pub(super) fn local_admin(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let current = view.plan().package.local_admin.clone();
    let admin = current.clone().unwrap_or_default();
    let title = "Local administrator";
    let clicked = switched(ui, Icon::Shield, title, current.is_some(), None, |ui| {
        pair(
            ui,
            desk,
            |ui, desk| {
                let hint = "At most 20 characters, not the device's name.";
                TextInput::new(input_id(PackageField::AdminName), "User name", &admin.user_name)
                    .note(note(view, PackageField::AdminName, hint))
                    .show(ui, desk, |user_name| {
                        change(view, |s| s.local_admin = Some(LocalAdmin { user_name }))
                    });
            },
            |ui, desk| secret(ui, view, SecretKind::AdminPassword, "Kept in memory only.", desk),
        );
    });
    if let Some(on) = clicked {
        let admin = LocalAdmin { user_name: "benchadmin".to_owned() };
        desk.run(change(view, |s| s.local_admin = on.then_some(admin)));
    }
}

pub(super) fn edition(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let on = view.plan().package.edition_upgrade;
    let clicked = switched(ui, Icon::Upgrade, "Edition upgrade", on, None, |ui| {
        let hint = "Five groups of five. Kept in memory only.";
        let says = product_key::of_secret(view);
        let note = match &says {
            Some(Ok(edition)) => note(view, PackageField::ProductKey, edition),
            Some(Err(mistake)) => FieldNote::Warning(mistake),
            None => note(view, PackageField::ProductKey, hint),
        };
        secret_input(ui, view, SecretKind::ProductKey, note, desk);
    });
    if let Some(on) = clicked {
        desk.run(change(view, |s| s.edition_upgrade = on));
    }
}

pub(super) fn first_setup(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let on = view.plan().package.hide_oobe;
    let clicked = switched(ui, Icon::EyeOff, "Skip the first setup screens", on, None, |ui| {
        let hint = "The device goes straight to its sign-in screen.";
        show_note(ui, note(view, PackageField::HideOobe, hint));
    });
    if let Some(on) = clicked {
        desk.run(change(view, |s| s.hide_oobe = on));
    }
}
