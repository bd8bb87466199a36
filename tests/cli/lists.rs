//! Lists on the command line: which row is the device.

use crate::support::{Bench, Run};

const LIST: &str = "\
Device name,Serial number,Manufacturer,Model,OS,OS version,Join type
CT-7XK2P13,7XK2P13,Dell Inc.,Latitude 5440,Windows 11 Pro,10.0.22631.4460,
CT-9AB1C22,9AB1C22,Dell Inc.,Latitude 5440,Windows 11 Pro,10.0.26100.4061,Microsoft Entra joined
SHARED,CTS0003,Contoso,Book 14,Windows 10 Home,10.0.19045,
SHARED,CTS0004,Contoso,Book 14,Windows 10 Pro,10.0.19045,
";

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("list.csv", LIST);
    bench
}

fn serial(run: &Run) -> String {
    assert_eq!(run.code, 0, "{run:#?}");
    run.json()["device"]["serial"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_can_be_asked_of_a_list() {
    let bench = bench();
    let runs = [
        &["read", "list.csv"][..],
        &["read", "list.csv", "--device", "9ab1c22"],
        &["read", "list.csv", "--device", "nobody"],
        &["read", "list.csv", "--device", "shared"],
    ];
    let texts: Vec<String> = runs.iter().map(|run| bench.run(run).transcript()).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn a_list_of_several_devices_needs_one_to_be_named() {
    let bench = bench();
    for command in ["read", "check"] {
        bench
            .run(&[command, "list.csv"])
            .is_refused(&["list.csv lists 4 devices", "--device 7XK2P13"]);
        bench.run(&[command, "list.csv", "--device", "shared"]).is_refused(&["2 rows of list.csv"]);
        bench.run(&[command, "list.csv", "--device", "x"]).is_refused(&["x is not in list.csv"]);
        let run = bench.run(&[command, "--json", "list.csv"]);
        assert_eq!(run.code, 2, "{run:#?}");
        assert!(run.json()["error"]["message"].as_str().unwrap().contains("4 devices"));
    }
}

#[test]
fn a_device_that_stands_in_a_list_twice_is_one_device() {
    let bench = Bench::new();
    let row = "CT-1,CTS0001,Contoso,16 GB\n";
    let names = "Device name,Serial number,Manufacturer,RAM\n";
    bench.write("twice.csv", format!("{names}{row}{row}"));
    assert_eq!(serial(&bench.run(&["read", "--json", "twice.csv"])), "CTS0001");
    bench.write("makers.csv", format!("{names}{row}CT-2,CTS0001,Fabrikam,8 GB\n"));
    bench.run(&["read", "makers.csv", "--device", "CTS0001"]).is_refused(&[
        "2 rows of makers.csv",
        "with different manufacturers",
        "device name",
    ]);
    let run = bench.run(&["read", "--json", "makers.csv", "--device", "CT-2"]);
    assert_eq!(serial(&run), "CTS0001");
}

#[test]
fn a_device_of_another_system_is_said_to_be_left_aside() {
    let bench = Bench::new();
    let rows = "Phone,CTS0009,iOS\nCT-1,CTS0001,Windows\nCT-2,CTS0002,Windows\n";
    bench.write("list.csv", format!("Device name,Serial number,OS\n{rows}"));
    bench.run(&["read", "list.csv", "--device", "Phone"]).is_refused(&[
        "list.csv:2: This row was left aside: it is of iOS",
        "Phone stands there, but its row was left aside.",
    ]);
}

#[test]
fn rows_that_an_open_quotation_mark_swallowed_are_told_also_where_a_device_is_not_found() {
    let bench = Bench::new();
    let rows =
        "CT-1,CTS0001,\nCT-2,CTS0002,\"broken\nCT-3,CTS0003,ok\nCT-4,CTS0004,\"\nCT-5,CTS0005,\n";
    bench.write("list.csv", format!("Device name,Serial number,Comment\n{rows}"));
    let told = "list.csv:3: This row was left aside: one of its values holds rows behind it";
    bench.run(&["read", "list.csv"]).is_refused(&[told, "lists 2 devices"]);
    bench.run(&["read", "list.csv", "--device", "CTS0003"]).is_refused(&[told, "is not in"]);
}

#[test]
fn the_row_that_is_named_is_checked() {
    let run = bench().run(&["check", "--json", "list.csv", "--device", "CTS0003"]);
    assert_eq!(run.code, 1, "{run:#?}");
    let report = run.json();
    let home = report["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "E01");
    assert_eq!(home.unwrap()["evidence"][0]["from"], "list.csv:4 OS");
}

#[test]
fn a_device_is_named_by_serial_number_or_name_in_any_case() {
    let bench = bench();
    for name in ["9AB1C22", "9ab1c22", "ct-9ab1c22"] {
        assert_eq!(
            serial(&bench.run(&["read", "--json", "list.csv", "--device", name])),
            "9AB1C22"
        );
    }
}

#[test]
fn a_list_beside_reports_gives_the_row_of_their_device() {
    let bench = bench();
    let run = bench.run(&["read", "--json", "computerinfo.json", "list.csv"]);
    assert_eq!(serial(&run), "7XK2P13");
    assert_eq!(run.json()["sources"][1]["format"], "table");
    let by_name = bench.run(&["read", "--json", "systeminfo.txt", "list.csv"]);
    assert_eq!(serial(&by_name), "7XK2P13");
    assert_eq!(by_name.json()["device"]["serial"]["from"], "list.csv:2 Serial number");
}

#[test]
fn a_list_in_which_the_device_is_not_is_left_aside() {
    let bench = bench();
    bench.write("others.csv", LIST.replace("7XK2P13", "7XK2P99"));
    bench.write("one.csv", "Serial number,Model\n7XK2P99,Book 14\n");
    let run = bench.run(&["read", "--json", "computerinfo.json", "others.csv", "one.csv"]);
    assert_eq!(serial(&run), "7XK2P13");
    assert!(run.err.contains("others.csv: None of the 4 devices"), "{run:#?}");
    assert!(run.err.contains("one.csv: The one device of this list is another"), "{run:#?}");
}

#[test]
fn a_list_with_one_device_is_the_device() {
    let bench = Bench::new();
    bench.write("one.csv", "Serial number;Model;RAM\n0012345;Book 14;16 GB\n");
    let run = bench.run(&["read", "--json", "one.csv"]);
    assert_eq!(serial(&run), "0012345");
    assert_eq!(run.json()["device"]["memory_mb"]["value"], 16_384);
}

#[test]
fn a_list_proves_no_join() {
    bench().run(&["verify", "list.csv"]).is_refused(&["This is a table of devices", "dsregcmd"]);
}

#[test]
fn what_is_wrong_with_the_row_is_told_and_with_other_rows_is_not() {
    let bench = Bench::new();
    bench.write("list.csv", "Serial number,Model\n6.37702E+15,Book 1\nCTS0002,Book 2\n");
    let good = bench.run(&["read", "list.csv", "--device", "CTS0002"]);
    assert_eq!(good.err, "", "{good:#?}");
    bench.write("one.csv", "Serial number,Model\n6.37702E+15,Book 1\n");
    let bad = bench.run(&["read", "one.csv"]);
    assert_eq!(bad.err.matches("no serial number any more").count(), 1, "{bad:#?}");
}

#[test]
fn all_rows_of_a_device_are_read_the_newest_first() {
    let bench = Bench::new();
    bench.write(
        "list.csv",
        "Device name,Serial number,Manufacturer,OS version,Last check-in\n\
         PC01,CTS0001,Contoso,10.0.19045.3803,2025-01-10 08:00:00\n\
         PC01,CTS0001,Contoso,10.0.22631.4460,2026-11-20 08:15:00\n\
         PC02,CTS0002,Contoso,10.0.22631.4460,2026-11-20 08:15:00\n",
    );
    for device in ["CTS0001", "PC01"] {
        let run = bench.run(&["read", "--json", "list.csv", "--device", device]);
        assert_eq!(serial(&run), "CTS0001");
        let read = run.json();
        assert_eq!(read["device"]["build"]["value"], 22_631, "{run:#?}");
        assert_eq!(read["conflicts"][0]["field"], "build", "{run:#?}");
        assert!(
            run.err.contains("list.csv:3: This row is of the same device as line 2."),
            "{run:#?}"
        );
    }
}

#[test]
fn a_list_of_one_device_says_the_newest_first_too() {
    let bench = Bench::new();
    bench.write(
        "list.csv",
        "Serial number,OS version,Last check-in\n\
         CTS0001,10.0.19045.3803,2025-01-10 08:00:00\n\
         CTS0001,10.0.22631.4460,2026-11-20 08:15:00\n",
    );
    let run = bench.run(&["read", "--json", "list.csv"]);
    assert_eq!(run.json()["device"]["build"]["value"], 22_631, "{run:#?}");
}

#[test]
fn rows_of_one_name_say_in_what_they_differ() {
    let bench = Bench::new();
    let id = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    let other = id.replace("eeee", "ffff");
    bench.write(
        "ids.csv",
        format!(
            "Device name,Microsoft Entra Device ID,OS,JoinType\n\
             PC01,{id},Windows,Microsoft Entra registered\n\
             PC01,{other},Windows,Microsoft Entra joined\n"
        ),
    );
    bench.run(&["read", "ids.csv", "--device", "PC01"]).is_refused(&[
        "2 rows of ids.csv are called PC01, with different device IDs.",
        "device ID",
    ]);
    assert_eq!(bench.run(&["read", "ids.csv", "--device", &other]).code, 0);
}

#[test]
fn rows_that_are_equal_in_all_that_names_a_device_are_one() {
    let bench = Bench::new();
    let uuid = "4c4c4544-0051-3010-8052-b4c04f4a3132";
    for (file, list) in [
        ("uuid.csv", format!("Computer name,UUID,RAM\nPC1,{uuid},16 GB\nPC1,{uuid},16 GB\n")),
        ("name.csv", "Computer name,Model,RAM\nPC1,Book 14,16 GB\nPC1,Book 14,16 GB\n".to_owned()),
        (
            "maker.csv",
            "Computer name,Serial number,Manufacturer\n\
             PC1,CTS0001,Dell Inc.\nPC1,CTS0001,Dell\nPC1,CTS0001,\n"
                .to_owned(),
        ),
    ] {
        bench.write(file, &list);
        bench.write("more.csv", format!("{list}PC2,CTS0002,\n"));
        for run in [
            bench.run(&["read", "--json", file]),
            bench.run(&["read", "--json", "more.csv", "--device", "PC1"]),
        ] {
            assert_eq!(run.code, 0, "{file}: {run:#?}");
            assert_eq!(run.json()["device"]["hostname"]["value"], "PC1");
        }
    }
    bench.run(&["read", "more.csv"]).is_refused(&["more.csv lists 2 devices"]);
}

#[test]
fn addresses_in_place_of_names_are_told_apart() {
    let bench = Bench::new();
    let rows = "10.0.0.7,CTS0001\n10.0.0.8,CTS0002\n";
    bench.write("list.csv", format!("Computer name or IP,Serial number\n{rows}"));
    let run = bench.run(&["read", "--json", "list.csv", "--device", "10.0.0.8"]);
    assert_eq!(serial(&run), "CTS0002");
}

#[test]
fn what_is_wrong_with_files_is_told_when_the_device_is_not_clear() {
    let bench = bench();
    bench.write("empty.txt", "");
    for device in [&[][..], &["--device", "nobody"], &["--device", "shared"]] {
        let run = bench.run(&[&["read", "--json", "empty.txt", "list.csv"][..], device].concat());
        assert_eq!(run.code, 2, "{run:#?}");
        assert_eq!(run.json()["problems"][0]["file"], "empty.txt", "{run:#?}");
        assert!(run.err.starts_with("empty.txt: "), "{run:#?}");
    }
}

#[test]
fn a_list_that_was_not_read_to_its_end_says_so() {
    let bench = Bench::new();
    let start = "Device name,Serial number,Notes\nPC1,CTS0001,\nPC2,CTS0002,\n";
    let row = format!("PC3,CTS0003,\"{}\nPC4,CTS0004,\n", "x".repeat(1_100_000));
    bench.write("list.csv", format!("{start}{row}"));
    let told = "longer than 1 MiB";
    let found = bench.run(&["read", "list.csv", "--device", "CTS0002"]);
    assert_eq!(found.code, 0, "{found:#?}");
    assert_eq!(found.err.matches(told).count(), 1, "{}", found.err);
    bench
        .run(&["read", "list.csv", "--device", "CTS0004"])
        .is_refused(&[told, "CTS0004 is not in"]);
    bench.run(&["read", "list.csv"]).is_refused(&[told, "list.csv lists 2 devices"]);
}
