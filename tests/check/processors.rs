//! Processors as real reports name and number them.

use ProcessorAnswer::{Missing, Supported, TooOld, Unrecognized};
use joinbench::check::{Facts, Organization, ProcessorAnswer};

use crate::support::{KNOWLEDGE, typed};

fn by_name(expected: ProcessorAnswer, names: &[&str]) {
    for name in names {
        assert_eq!(KNOWLEDGE.processors.by_name(name), expected, "{name}");
    }
}

fn by_number(
    vendor: &str,
    family: &str,
    model: &str,
    stepping: &str,
    name: &str,
) -> ProcessorAnswer {
    let fields = [
        ("cpu_vendor", vendor),
        ("cpu_family", family),
        ("cpu_model", model),
        ("cpu_stepping", stepping),
        ("cpu_name", name),
    ];
    let (device, _) = typed(fields.into_iter().filter(|(_, value)| !value.is_empty()));
    KNOWLEDGE.processors.answer(&Facts::of(&device, &Organization::default()))
}

#[test]
fn processors_that_windows_11_takes_are_recognized_by_name() {
    by_name(
        Supported,
        &[
            "Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz",
            "Intel(R) Core(TM) i7-9700K CPU @ 3.60GHz",
            "Intel(R) Core(TM) i7-1065G7 CPU @ 1.30GHz",
            "11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz",
            "12th Gen Intel(R) Core(TM) i7-1255U",
            "13th Gen Intel(R) Core(TM) i9-13900KF",
            "Intel(R) Core(TM) i3-N305",
            "Intel(R) Core(TM) i7-7820X CPU @ 3.60GHz",
            "Intel(R) Core(TM) i9-7980XE CPU @ 2.60GHz",
            "Intel(R) Core(TM) m3-8100Y CPU @ 1.10GHz",
            "Intel(R) Core(TM) Ultra 7 155H",
            "Intel(R) Core(TM) Ultra X7 358H",
            "Intel(R) Core(TM) 7 150U",
            "Intel(R) Core(TM) 3 N355",
            "Intel(R) N100",
            "Intel(R) Processor N200",
            "Intel(R) Celeron(R) N4020 CPU @ 1.10GHz",
            "Intel(R) Celeron(R) CPU 3867U @ 1.80GHz",
            "Intel(R) Pentium(R) Gold G5400 CPU @ 3.70GHz",
            "Intel(R) Pentium(R) Silver N5000 CPU @ 1.10GHz",
            "Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz",
            "Intel(R) Xeon(R) Platinum 8272CL CPU @ 2.60GHz",
            "Intel(R) Xeon(R) W-2145 CPU @ 3.70GHz",
            "Intel(R) Xeon(R) E-2176M CPU @ 2.70GHz",
            "Intel Atom(R) x6413E Processor @ 1.50GHz",
            "AMD Ryzen 5 PRO 5650U with Radeon Graphics",
            "AMD Ryzen 7 2700X Eight-Core Processor",
            "AMD Ryzen 3 3200G with Radeon Vega Graphics",
            "AMD Ryzen 9 7940HS w/ Radeon 780M Graphics",
            "AMD Ryzen AI 9 HX 370 w/ Radeon 890M",
            "AMD Ryzen AI 9 HX PRO 375 w/ Radeon 890M",
            "AMD RYZEN AI MAX+ PRO 395 w/ Radeon 8060S",
            "AMD Ryzen 7 250 w/ Radeon 780M Graphics",
            "AMD Ryzen Z1 Extreme",
            "AMD Ryzen Threadripper 2950X 16-Core Processor",
            "AMD Ryzen Threadripper PRO 5975WX 32-Cores",
            "AMD EPYC 7763 64-Core Processor",
            "AMD Athlon Silver 3050U with Radeon Graphics",
            "AMD 3020e with Radeon Graphics",
            "Snapdragon (TM) 850 @ 2.96 GHz",
            "Snapdragon (TM) 8cx Gen 3 @ 3.0 GHz",
            "Snapdragon(R) X Elite - X1E80100 - Qualcomm(R) Oryon(TM) CPU",
            "Snapdragon(R) X 12-core X1E80100 @ 3.40 GHz",
            "X1E80100",
            "Microsoft SQ1 @ 3.0 GHz",
            "i5-1345U",
        ],
    );
}

/// Each row of the published rules with names as Windows, shops and people
/// write them; rows that were on the lists only for a time are taken as well.
const PUBLISHED: &[(&str, &[&str])] = &[
    ("core i, 8th and 9th", &["Intel(R) Core(TM) i3-8130U CPU @ 2.20GHz  ", "Intel Core i9-9880H"]),
    (
        "core i, 10th to 14th",
        &[
            "Intel(R) Core(TM) i5-10500T CPU @ 2.30GHz",
            "14th Gen Intel(R) Core(TM) i7-14700K",
            "Core i5 13400F",
        ],
    ),
    (
        "core i, 10th to 14th, mobile",
        &[
            "Intel(R) Core(TM) i5-1035G1 CPU @ 1.00GHz",
            "12th Gen Intel(R) Core(TM) i5-1245U  ",
            "11th Gen Intel(R) Core(TM) i7-1185GRE @ 2.80GHz",
        ],
    ),
    ("core m, 8th", &["Intel(R) Core(TM) m3-8100Y CPU @ 1.10GHz"]),
    (
        "core series 1 and 2",
        &["Intel(R) Core(TM) 5 120U", "Intel(R) Core(TM) 7 240H", "Intel(R) Core(TM) 3 N350"],
    ),
    ("core ultra", &["Intel(R) Core(TM) Ultra 5 125U", "Intel(R) Core(TM) Ultra 9 285K "]),
    ("core i3 N", &["Intel(R) Core(TM) i3-N300"]),
    (
        "processor N, U and 300",
        &[
            "Intel(R) N95",
            "Intel(R) Processor N100",
            "Intel(R) Processor U300",
            "Intel(R) Processor U300E",
            "Intel(R) U301L",
            "Intel(R) Processor 300T",
            "Intel(R) 310",
        ],
    ),
    (
        "core X, 7000",
        &["Intel(R) Core(TM) i7-7800X CPU @ 3.50GHz", "Intel(R) Core(TM) i9-7940X CPU @ 3.10GHz"],
    ),
    (
        "celeron U and H",
        &[
            "Intel(R) Celeron(R) CPU 4205U @ 1.80GHz",
            "Intel(R) Celeron(R) 6305 @ 1.80GHz",
            "Intel(R) Celeron(R) 7305",
            "Intel(R) Celeron(R) 6600HE @ 2.60GHz",
        ],
    ),
    (
        "celeron G",
        &[
            "Intel(R) Celeron(R) G4930 CPU @ 3.20GHz",
            "Intel(R) Celeron(R) G5905 CPU @ 3.50GHz",
            "Intel(R) Celeron(R) G6900",
        ],
    ),
    (
        "celeron J and N",
        &[
            "Intel(R) Celeron(R) J4125 CPU @ 2.00GHz",
            "Intel(R) Celeron(R) N5105 @ 2.00GHz",
            "Intel(R) Celeron(R) J6412 @ 2.00GHz",
            "Intel(R) Celeron(R) N6211 @ 1.20GHz",
        ],
    ),
    (
        "pentium gold",
        &[
            "Intel(R) Pentium(R) Gold G6400 CPU @ 4.00GHz",
            "Intel(R) Pentium(R) Gold 4417U",
            "Intel(R) Pentium(R) Gold 7505 @ 2.00GHz",
            "Intel(R) Pentium(R) Gold 8505",
        ],
    ),
    (
        "pentium silver",
        &[
            "Intel(R) Pentium(R) Silver J5005 CPU @ 1.50GHz",
            "Intel(R) Pentium(R) Silver N6000 @ 1.10GHz",
        ],
    ),
    (
        "pentium",
        &[
            "Intel(R) Pentium(R) CPU 6805 @ 1.10GHz",
            "Intel(R) Pentium(R) J6426 @ 2.00GHz",
            "Intel(R) Pentium(R) N6415 @ 1.20GHz",
        ],
    ),
    ("atom, Elkhart Lake", &["Intel Atom(R) x6425E Processor @ 2.00GHz", "Intel Atom(R) x7425E"]),
    (
        "xeon scalable",
        &[
            "Intel(R) Xeon(R) Silver 4110 CPU @ 2.10GHz",
            "Intel(R) Xeon(R) Bronze 3204 CPU @ 1.90GHz",
            "Intel(R) Xeon(R) Gold 5318Y CPU @ 2.10GHz",
        ],
    ),
    ("xeon E", &["Intel(R) Xeon(R) E-2288G CPU @ 3.70GHz", "Intel(R) Xeon(R) E-2414"]),
    (
        "xeon W, 1200 and others",
        &[
            "Intel(R) Xeon(R) W-1250 CPU @ 3.30GHz",
            "Intel(R) Xeon(R) W-10885M CPU @ 2.40GHz",
            "Intel(R) Xeon(R) W-3365 CPU @ 2.70GHz",
        ],
    ),
    (
        "xeon W, 2100 and others",
        &[
            "Intel(R) Xeon(R) W-2123 CPU @ 3.60GHz",
            "Intel(R) Xeon(R) W-2295 CPU @ 3.00GHz",
            "Intel(R) Xeon(R) W-3175X CPU @ 3.10GHz",
            "Intel(R) Xeon(R) W-3275M CPU @ 2.50GHz",
        ],
    ),
    ("xeon w3 to w9", &["Intel(R) Xeon(R) w5-3425", "Intel(R) Xeon(R) w9-3495X"]),
    ("xeon D", &["Intel(R) Xeon(R) D-1736NT CPU @ 2.70GHz", "Intel(R) Xeon(R) D-2796NT"]),
    (
        "ryzen 3000 and later",
        &[
            "AMD Ryzen 5 3600 6-Core Processor             ",
            "AMD Ryzen 7 PRO 7840U w/ Radeon 780M Graphics",
            "AMD Ryzen 9 5950X 16-Core Processor",
            "AMD Ryzen 7 5800X3D 8-Core Processor",
        ],
    ),
    (
        "ryzen 2000, Zen+",
        &[
            "AMD Ryzen 5 2600 Six-Core Processor",
            "AMD Ryzen 5 2500X Quad-Core Processor",
            "AMD Ryzen 7 PRO 2700X Eight-Core Processor",
        ],
    ),
    ("ryzen Z1", &["AMD Ryzen Z1 Extreme", "AMD Ryzen Z1"]),
    (
        "threadripper",
        &[
            "AMD Ryzen Threadripper 2990WX 32-Core Processor",
            "AMD Ryzen Threadripper 3970X 32-Core Processor",
            "AMD Ryzen Threadripper PRO 7995WX 96-Cores",
        ],
    ),
    (
        "epyc",
        &[
            "AMD EPYC 7F52 16-Core Processor",
            "AMD EPYC 9654 96-Core Processor",
            "AMD EPYC 4564P 16-Core Processor",
            "AMD EPYC 8534P 64-Core Processor",
        ],
    ),
    (
        "athlon",
        &[
            "AMD Athlon 3000G with Radeon Vega Graphics",
            "AMD Athlon Gold 3150U with Radeon Graphics",
            "AMD Athlon 300U with Radeon Vega Mobile Gfx",
            "AMD Athlon Silver 7120U with Radeon Graphics",
        ],
    ),
    ("3015e and 3020e", &["AMD 3015e with Radeon Graphics", "AMD 3020e with Radeon Graphics     "]),
    (
        "ryzen embedded",
        &[
            "AMD Ryzen Embedded R2314 with Radeon Graphics",
            "AMD Ryzen Embedded V2718 with Radeon Graphics",
        ],
    ),
    (
        "core i3-L and i5-L",
        &["Intel(R) Core(TM) i3-L13G4 CPU @ 0.80GHz", "Intel(R) Core(TM) i5-L16G7 CPU @ 1.40GHz"],
    ),
    (
        "qualcomm",
        &[
            "Snapdragon (TM) 7c Gen 2 @ 2.55 GHz",
            "Snapdragon (TM) 7c+ Gen 3 @ 2.40 GHz",
            "Snapdragon (TM) 8c @ 2.46 GHz",
            "Microsoft SQ3 @ 3.0 GHz",
            "Snapdragon(R) X Plus - X1P42100 - Qualcomm(R) Oryon(TM) CPU",
            "QCM6490",
        ],
    ),
];

#[test]
fn each_row_of_the_published_rules_is_read_in_real_spellings() {
    // 34 rows were published: one is the exception that goes by the model, and
    // two that go together stand here as one.
    assert_eq!(PUBLISHED.len(), 32);
    for (row, names) in PUBLISHED {
        for name in *names {
            assert_eq!(KNOWLEDGE.processors.by_name(name), Supported, "{row}: {name:?}");
        }
    }
}

#[test]
fn old_processors_fail_by_name() {
    by_name(
        TooOld,
        &[
            "Intel(R) Core(TM) i5-7200U CPU @ 2.50GHz",
            "Intel(R) Core(TM) i7-7700HQ CPU @ 2.80GHz",
            "Intel(R) Core(TM) i7-6600U CPU @ 2.60GHz",
            "Intel(R) Core(TM) i5-7Y54 CPU @ 1.20GHz",
            "Intel(R) Core(TM) i3-2120 CPU @ 3.30GHz",
            "Intel(R) Core(TM) i7 CPU         920  @ 2.67GHz",
            "Intel(R) Core(TM) i5 CPU       M 520  @ 2.40GHz",
            "Intel(R) Core(TM) m3-7Y30 CPU @ 1.00GHz",
            "Intel(R) Core(TM) M-5Y10c CPU @ 0.80GHz",
            "Intel(R) Core(TM)2 Duo CPU     E8400  @ 3.00GHz",
            "Intel(R) Core(TM)2 Quad CPU    Q6600  @ 2.40GHz",
            "Intel(R) Atom(TM) x5-Z8350 CPU @ 1.44GHz",
            "Intel(R) Atom(TM) CPU N270 @ 1.60GHz",
            "Intel(R) Celeron(R) CPU N3350 @ 1.10GHz",
            "Intel(R) Celeron(R) CPU 3865U @ 1.80GHz",
            "Intel(R) Celeron(R) CPU G3930 @ 2.90GHz",
            "Intel(R) Pentium(R) CPU G4560 @ 3.50GHz",
            "Intel(R) Pentium(R) CPU 4415U @ 2.30GHz",
            "Intel(R) Pentium(R) Dual-Core CPU E5300 @ 2.60GHz",
            "Intel(R) Pentium(R) 4 CPU 3.00GHz",
            "Intel(R) Xeon(R) CPU E3-1505M v6 @ 3.00GHz",
            "Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz",
            "Intel(R) Xeon(R) CPU X5650 @ 2.67GHz",
            "AMD Ryzen 7 1700 Eight-Core Processor",
            "AMD Ryzen 5 1600X Six-Core Processor",
            "AMD Ryzen 5 2400G with Radeon Vega Graphics",
            "AMD Ryzen 5 2500U with Radeon Vega Mobile Gfx",
            "AMD Ryzen Threadripper 1950X 16-Core Processor",
            "AMD EPYC 7551 32-Core Processor",
            "AMD FX(tm)-8350 Eight-Core Processor",
            "AMD A10-7850K Radeon R7, 12 Compute Cores 4C+8G",
            "AMD E2-9000e RADEON R2, 4 COMPUTE CORES 2C+2G",
            "AMD Athlon(tm) II X2 250 Processor",
            "AMD Athlon 200GE with Radeon Vega Graphics",
            "AMD Phenom(tm) II X4 965 Processor",
            "Snapdragon (TM) 835 @ 2.2 GHz",
        ],
    );
}

#[test]
fn a_name_that_nobody_knows_is_never_a_no() {
    by_name(
        Unrecognized,
        &[
            "",
            "Contoso Quantum 1",
            "Intel(R) Core(TM) i9-19999Z",
            "Genuine Intel(R) CPU 0000 @ 2.40GHz",
            "AMD Eng Sample: 100-000000163-46_49/39_Y",
            "Intel(R) Core(TM) i7-0000 @ 2.00GHz",
            "   ",
            "QEMU Virtual CPU version 2.5+",
            "Intel(R) Xeon(R) CPU @ 2.20GHz",
            "AMD Ryzen",
            "Apple M1",
        ],
    );
}

#[test]
fn a_name_that_two_chips_share_is_left_open() {
    by_name(
        Unrecognized,
        &["AMD Ryzen 5 1600 Six-Core Processor", "AMD Ryzen 3 1200 Quad-Core Processor"],
    );
    let name = "AMD Ryzen 5 1600 Six-Core Processor";
    assert_eq!(by_number("AuthenticAMD", "23", "1", "1", name), TooOld);
    assert_eq!(by_number("AuthenticAMD", "23", "8", "2", name), Supported);
}

#[test]
fn numbers_decide_as_windows_setup_does() {
    let cases = [
        ("GenuineIntel", "6", "142", "10", Supported),
        ("GenuineIntel", "6", "158", "10", Supported),
        ("GenuineIntel", "6", "94", "3", TooOld),
        ("GenuineIntel", "6", "95", "1", TooOld),
        ("GenuineIntel", "6", "85", "4", Supported),
        ("GenuineIntel", "6", "96", "0", Supported),
        ("GenuineIntel", "18", "1", "0", Supported),
        ("GenuineIntel", "15", "6", "5", TooOld),
        ("AuthenticAMD", "22", "48", "1", TooOld),
        ("AuthenticAMD", "23", "1", "1", TooOld),
        ("AuthenticAMD", "23", "17", "0", TooOld),
        ("AuthenticAMD", "23", "8", "2", Supported),
        ("AuthenticAMD", "25", "80", "0", Supported),
        ("AuthenticAMD", "26", "36", "0", Supported),
        ("HygonGenuine", "24", "0", "1", Missing),
    ];
    for (vendor, family, model, stepping, expected) in cases {
        let answer = by_number(vendor, family, model, stepping, "");
        assert_eq!(answer, expected, "{vendor} {family}/{model}/{stepping}");
    }
}

#[test]
fn where_numbers_are_shared_the_name_decides() {
    let kaby = "Intel(R) Core(TM) i5-7200U CPU @ 2.50GHz";
    let amber = "Intel(R) Core(TM) m3-8100Y CPU @ 1.10GHz";
    let kaby_g = "Intel(R) Core(TM) i7-8705G CPU @ 3.10GHz";
    assert_eq!(by_number("GenuineIntel", "6", "142", "9", kaby), TooOld);
    assert_eq!(by_number("GenuineIntel", "6", "142", "9", amber), Supported);
    assert_eq!(by_number("GenuineIntel", "6", "158", "9", kaby_g), Supported);
    assert_eq!(by_number("GenuineIntel", "6", "142", "9", ""), Unrecognized);
    assert_eq!(by_number("GenuineIntel", "6", "142", "", amber), Supported);
}

#[test]
fn one_old_processor_is_taken_in_two_models() {
    let name = ("cpu_name", "Intel(R) Core(TM) i7-7820HQ CPU @ 2.90GHz");
    let numbers = [
        ("cpu_vendor", "GenuineIntel"),
        ("cpu_family", "6"),
        ("cpu_model", "158"),
        ("cpu_stepping", "9"),
    ];
    for (model, expected) in
        [("Precision 5520", Supported), ("Surface Studio 2", Supported), ("Latitude 5480", TooOld)]
    {
        let (device, organization) = typed(numbers.into_iter().chain([name, ("model", model)]));
        assert_eq!(
            KNOWLEDGE.processors.answer(&Facts::of(&device, &organization)),
            expected,
            "{model}"
        );
    }
}
