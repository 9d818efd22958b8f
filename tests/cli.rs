//! The program as it is started from a shell.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use clap::Parser as _;
use wian::app::{Config, SecretKey};
use wian::domain::evidence::Evidence;
use wian::domain::ids::DeliveryId;
use wian::domain::receipt::{Fact, Person, Receipt, Receiver, SignedReceipt};

#[derive(clap::Parser)]
struct Settings {
    #[command(flatten)]
    config: Config,
}

/// Runs a command in a data folder of its own, with something on standard input.
fn wian(data: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wian"))
        .args(arguments)
        .arg("--data-dir")
        .arg(data)
        .env_remove("WIAN_DATABASE_URL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A command that reads nothing may be gone before it is written to.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The output of a command that does what it is asked.
pub fn done(data: &Path, arguments: &[&str]) -> String {
    let output = wian(data, arguments, "");
    assert!(output.status.success(), "{arguments:?}: {}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// What a command that fails says: a Thai line and an English one, and no trace of the program's inside.
fn refused(output: &Output) -> String {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(lines[0].chars().any(|c| ('ก'..='๛').contains(&c)), "{said}");
    assert!(lines[1].is_ascii() || lines[1].contains('“'), "{said}");
    lines[1].to_owned()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn help_lists_the_commands_and_every_setting_with_its_default() {
    let help = done(folder().path(), &["--help"]);
    for word in [
        "demo",
        "serve",
        "work",
        "migrate",
        "read",
        "import",
        "officer",
        "token",
        "number",
        "qr",
        "verify",
        "backup",
        "restore",
        "receipt-key",
        "WIAN_LISTEN",
        "WIAN_BASE_URL",
        "WIAN_DATA_DIR",
        "WIAN_SECRET_KEY",
        "127.0.0.1:8080",
    ] {
        assert!(help.contains(word), "{word} is not in:\n{help}");
    }
}

#[test]
fn a_letter_is_read_from_a_pipe_and_what_is_none_is_refused() {
    let folder = folder();
    let letter = "ถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด\n\nขอให้ส่งแบบสำรวจภายในวันที่ 30 มิถุนายน 2566\n\n\
                  กรมตัวอย่าง\n   พฤษภาคม 2566\n";
    let output = wian(folder.path(), &["read", "-"], letter);
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&reading["form"], &reading["duties"][0]["to"]), (&"stamped".into(), &"2023-06-30".into()));
    refused(&wian(folder.path(), &["read", "-"], " \n"));
    refused(&wian(folder.path(), &["read", "no such file"], ""));
    assert!(!folder.path().join("wian.db").exists(), "reading needs no database");
}

#[test]
fn an_office_an_officer_a_token_and_a_number_are_kept() {
    let folder = folder();
    let data = folder.path();
    let offices = data.join("offices.csv");
    let rows = "dla_code,type,name_th,district_th,province_code\n5219901,SUBDISTRICT,ตัวอย่างน้ำใส,สมมุติ,21\n";
    std::fs::write(&offices, rows).expect("a file");
    let file = offices.to_string_lossy();
    assert!(done(data, &["import", "offices", &file]).contains('1'));
    assert!(done(data, &["import", "offices", &file]).contains('0'));
    let add = [
        "officer",
        "add",
        "--email",
        "officer@example.go.th",
        "--name",
        "นายตัวอย่าง หนึ่ง",
        "--role",
        "officer",
    ];
    let link = done(data, &[&add[..], &["--office", "5219901"]].concat());
    assert!(link.starts_with("http://127.0.0.1:8080/"), "{link}");
    refused(&wian(data, &[&add[..], &["--office", "5219901"]].concat(), ""));
    refused(&wian(data, &[&add[..], &["--office", "9999999"]].concat(), ""));
    let with_password = [&add[..], &["--office", "21", "--password-stdin"]].concat();
    refused(&wian(data, &with_password, "short\n"));
    let token = done(data, &["token", "create", "--officer", "officer@example.go.th", "--name", "ตัวอย่าง"]);
    assert!(token.trim().len() > 40, "{token}");
    let number = ["number", "set", "--office", "DLA", "--register", "circular", "--year", "2569", "--last"];
    done(data, &[&number[..], &["678"]].concat());
    refused(&wian(data, &[&number[..], &["12"]].concat(), ""));
    done(data, &["verify"]);
}

#[test]
fn a_code_is_drawn_and_a_strange_ending_is_refused() {
    let folder = folder();
    for name in ["code.png", "code.svg", "code.pdf"] {
        let out = folder.path().join(name);
        done(
            folder.path(),
            &["qr", "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD", "--out", &out.to_string_lossy()],
        );
        assert!(out.exists());
    }
    refused(&wian(folder.path(), &["qr", "X", "--out", "code.bmp"], ""));
}

#[test]
fn a_backup_comes_back_into_an_empty_folder_alone() {
    let folder = folder();
    let (data, elsewhere) = (folder.path().join("data"), folder.path().join("elsewhere"));
    done(&data, &["migrate"]);
    let archive = folder.path().join("backup.zip");
    let archive = archive.to_string_lossy();
    done(&data, &["backup", &archive]);
    refused(&wian(&data, &["backup", &archive], ""));
    refused(&wian(&data, &["restore", &archive], ""));
    done(&elsewhere, &["restore", &archive]);
    done(&elsewhere, &["verify"]);
}

/// A receipt signed with the secret key of these hexadecimal digits, and its file.
fn receipt(data: &Path, secret: &str) -> (SignedReceipt, std::path::PathBuf) {
    let settings = ["wian", "--data-dir", &data.to_string_lossy(), "--secret-key", secret].map(str::to_owned);
    let config = Settings::parse_from(settings).config;
    let key = SecretKey::find(&config).expect("a key that is one").expect("a key").receipt_key();
    let person =
        Person { name: "นายตัวอย่าง หนึ่ง".to_owned(), position: None };
    let at = "2023-05-24T03:00:00Z".parse().expect("a moment");
    let facts = Receipt {
        delivery: DeliveryId(41),
        reference: "มท 0999.1/ว 1".to_owned(),
        dated: "2023-05-24".parse().expect("a day"),
        title: "ประกวดสวนสมมุติ".to_owned(),
        issuer: "กรมตัวอย่าง".to_owned(),
        office: Receiver {
            name: "เทศบาลเมืองตัวอย่างหนึ่ง".to_owned(), code: "4900101".to_owned()
        },
        number: Some("2398/1".to_owned()),
        sent: None,
        received: Some(Fact { at, by: Some(person), evidence: Evidence::Officer }),
        forwarded: None,
        acknowledged: None,
    };
    let code = key.seal(&facts, at);
    let signed = SignedReceipt { facts, code, public_key: key.public().to_pem() };
    let file = data.join("receipt.json");
    std::fs::write(&file, serde_json::to_vec(&signed).expect("JSON")).expect("a file");
    (signed, file)
}

#[test]
fn anybody_checks_a_receipt_with_the_public_key_and_no_database() {
    let (folder, secret) = (folder(), "11".repeat(32));
    let data = folder.path();
    let (signed, file) = receipt(data, &secret);
    let file = file.to_string_lossy();
    let public = data.join("public.pem");
    std::fs::write(&public, &signed.public_key).expect("a file");
    let public = public.to_string_lossy();
    let check = ["verify", "receipt", &file, "--key", &public];
    let said = done(data, &check);
    for words in
        ["ใบรับเป็นของจริง", "genuine", "มท 0999.1/ว 1", "นายตัวอย่าง หนึ่ง", "เลขรับ 2398/1", "24 May 2023 10:00"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(done(data, &["receipt-key", "--secret-key", &secret]), signed.public_key);
    done(data, &["verify", "receipt", &file, "--secret-key", &secret]);

    let symbol = data.join("code.png").to_string_lossy().into_owned();
    done(data, &["qr", &format!("HTTPS://WIAN.EXAMPLE.GO.TH/V/{}", signed.code), "--out", &symbol]);
    let said = done(data, &["verify", "receipt", &symbol, "--key", &public]);
    assert!(said.contains("รายการส่ง 41") && said.contains("The code is genuine"), "{said}");
    assert!(!said.contains("The receipt is genuine"), "the paper around a code may say anything: {said}");

    let altered = data.join("altered.json").to_string_lossy().into_owned();
    let json = std::fs::read_to_string(&*file).expect("text").replace("2398/1", "2399/1");
    std::fs::write(&altered, json).expect("a file");
    for (arguments, reason) in [
        (
            ["verify", "receipt", &altered, "--key", &public],
            "the facts in the file are not those that were signed",
        ),
        (["verify", "receipt", &file, "--secret-key", &"22".repeat(32)], "the code names another key"),
    ] {
        let output = wian(data, &arguments, "");
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        let said = text(&output.stdout);
        assert!(said.contains("ใบรับไม่ใช่ของจริง") && said.contains(reason), "{said}");
    }
    for unreadable in [
        ["verify", "receipt", "no such file", "--key", &public],
        ["verify", "receipt", &public, "--key", &public],
        ["verify", "receipt", &file, "--key", &file],
    ] {
        refused(&wian(data, &unreadable, ""));
    }
    refused(&wian(data, &["verify", "receipt", &file], ""));
    refused(&wian(data, &["receipt-key"], ""));
    assert!(!data.join("wian.db").exists() && !data.join("secret.key").exists(), "it only reads");
}
