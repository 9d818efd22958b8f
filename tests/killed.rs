//! The program is killed while a circular goes out: afterwards it is out whole, or it is a draft as before.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use crate::api::program::draft;
use crate::cli::done;

/// How often the program is killed, each time nearer to the moment at which the circular is out.
const KILLS: u32 = 10;

/// Local administrations that a circular goes to, so that issuing takes a while.
const LOCALS: u32 = 3_000;

/// The program of its own process, which the test may kill.
struct Server {
    child: Child,
    api: String,
    token: String,
}

impl Server {
    fn start(data: &Path, token: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_wian"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data)
            .env_remove("WIAN_DATABASE_URL")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("its first line");
        let base = line.split_whitespace().last().expect("its address");
        Self { child, api: format!("{base}/api/v1"), token: token.to_owned() }
    }

    /// What is asked, not sent yet.
    fn asks(&self, method: Method, path: &str, body: &Value) -> reqwest::RequestBuilder {
        reqwest::Client::new()
            .request(method, format!("{}{path}", self.api))
            .bearer_auth(&self.token)
            .json(body)
    }

    async fn answers(&self, method: Method, path: &str, body: Value) -> Value {
        let answer = self.asks(method, path, &body).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.json().await.expect("JSON")
    }

    async fn drafts(&self) -> String {
        let made = self.answers(Method::POST, "/circulars", draft("แจ้งตัวอย่าง")).await;
        let path = format!("/circulars/{}", made["id"].as_str().expect("an id"));
        self.answers(Method::PUT, &format!("{path}/audience"), json!({"tier": "local"})).await;
        path
    }

    async fn issues(&self, path: &str) -> Value {
        self.answers(Method::POST, &format!("{path}/issuance"), json!({"accept_warnings": true})).await
    }
}

/// Ends as by a power cut: nothing is flushed, nobody is told.
impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().expect("a process of one's own");
        self.child.wait().expect("its end");
    }
}

/// A country of `LOCALS` local administrations and an issuer in the department; gives the issuer's token.
fn prepare(data: &Path) -> String {
    let mut rows = "dla_code,type,name_th,district_th,province_code\n".to_owned();
    for number in 0..LOCALS {
        writeln!(rows, "{},SUBDISTRICT,ตัวอย่าง{number},อำเภอตัวอย่าง,21", 5_210_001 + number).expect("a row");
    }
    let file = data.join("offices.csv");
    std::fs::write(&file, rows).expect("a file");
    done(data, &["import", "offices", &file.to_string_lossy()]);
    let issuer = ["--email", "issuer@example.go.th", "--name", "นายตัวอย่าง หนึ่ง", "--role", "issuer"];
    done(data, &[&["officer", "add", "--office", "DLA"], &issuer[..]].concat());
    done(data, &["token", "create", "--officer", "issuer@example.go.th", "--name", "ตัวอย่าง"])
        .trim()
        .to_owned()
}

#[tokio::test]
async fn a_circular_whose_issuing_is_killed_is_out_whole_or_is_a_draft() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let token = prepare(data);
    let server = Server::start(data, &token);
    let started = Instant::now();
    let sent = server.issues(&server.drafts().await).await;
    let host = server.api.trim_end_matches("/api/v1").to_uppercase();
    assert!(sent["link"].as_str().is_some_and(|link| link.starts_with(&format!("{host}/L/"))), "{sent}");
    let undisturbed = started.elapsed();
    let mut paths = Vec::new();
    for _ in 0..KILLS {
        paths.push(server.drafts().await);
    }
    drop(server);

    let (mut out, mut kept) = (Vec::new(), Vec::new());
    let (mut too_early, mut too_late) = (Duration::ZERO, undisturbed * 2);
    for path in &paths {
        let delay = (too_early + too_late) / 2;
        let server = Server::start(data, &token);
        let asked = server.asks(Method::POST, &format!("{path}/issuance"), &json!({"accept_warnings": true}));
        let asked = tokio::spawn(asked.send());
        tokio::time::sleep(delay).await;
        drop(server);
        let answered = asked.await.expect("a task").is_ok_and(|answer| answer.status() == 201);
        done(data, &["verify"]);

        let server = Server::start(data, &token);
        let found = server.answers(Method::GET, path, Value::Null).await;
        let below = server.answers(Method::GET, &format!("{path}/progress"), Value::Null).await;
        let total: u64 =
            below["tiers"].as_array().expect("tiers").iter().filter_map(|of| of["total"].as_u64()).sum();
        match (found["state"].as_str(), total) {
            // The offices and the province above them.
            (Some("issued"), all) if all == u64::from(LOCALS) + 1 => {
                out.push(found["number"].as_i64().expect("a number"));
                too_late = delay;
            }
            (Some("draft"), 0) => {
                assert!(!answered, "it was told to be out");
                kept.push(path);
                too_early = delay;
            }
            other => panic!("neither out whole nor a draft: {other:?}"),
        }
    }
    println!(
        "killed {KILLS} times, at last after {too_early:?}: {} were out, {} were drafts",
        out.len(),
        kept.len()
    );
    assert!(!kept.is_empty(), "every kill came too late to be one in the middle");
    let server = Server::start(data, &token);
    for path in kept {
        out.push(server.issues(path).await["number"].as_i64().expect("a number"));
    }
    out.sort_unstable();
    assert_eq!(
        out,
        (2..=i64::from(KILLS) + 1).collect::<Vec<_>>(),
        "no number is used twice and none is lost"
    );
}
