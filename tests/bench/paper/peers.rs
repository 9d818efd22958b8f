//! Programs that do a part of the same: `WeasyPrint` sets pages, segno and qrencode draw symbols.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use super::{material, sample, stack};

/// The versions that are compared with, as pip names them.
const PACKAGES: [&str; 2] = ["weasyprint==70.0", "segno==1.6.6"];

/// The peers that are written in Python: one program that waits for what to do.
pub struct Peers {
    python: Option<Python>,
}

struct Python {
    child: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peers {
    /// Installs them below `target` when they are not there; without a network there are none, and that is said.
    pub fn start() -> Self {
        let python = installed().and_then(|python| Python::start(&python));
        if python.is_none() {
            println!("WeasyPrint and segno cannot be installed here: pip install {}", PACKAGES.join(" "));
        }
        if !has_qrencode() {
            println!("qrencode is not here: apt-get install qrencode");
        }
        Self { python }
    }

    /// Whether those in Python are here.
    pub fn has_python(&self) -> bool {
        self.python.is_some()
    }

    /// How long so much work takes them.
    pub fn time(&mut self, what: &str, count: u64) -> Duration {
        let python = self.python.as_mut().expect("asked for when it is here");
        let mut answer = String::new();
        writeln!(python.ask, "{what} {count}").and_then(|()| python.ask.flush()).expect("it listens");
        python.answers.read_line(&mut answer).expect("it answers");
        Duration::from_nanos(answer.trim().parse().expect("nanoseconds"))
    }
}

impl Python {
    fn start(python: &Path) -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let piped = Command::new(python)
            .arg(root.join("tests/bench/paper/peers.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut child = piped.ok()?;
        let (mut ask, answers) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        let slip = &stack::slips(1)[0];
        let told = json!({
            "font": root.join("assets/letters/THSarabunPSK-2.0.ttf"),
            "body": sample::BODY.split("\n\n").collect::<Vec<_>>(),
            "school": slip.school,
            "place": slip.place,
        });
        writeln!(ask, "{told}").ok()?;
        Some(Self { child, ask, answers })
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        // It has nothing to lose.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn installed() -> Option<PathBuf> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
    let python = home.join("bin/python");
    let done = |command: &mut Command| command.status().is_ok_and(|status| status.success()).then_some(());
    let imports =
        || done(Command::new(&python).args(["-c", "import weasyprint, segno"]).stderr(Stdio::null()));
    if imports().is_none() {
        println!("installing {} below target", PACKAGES.join(" and "));
        done(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
        done(Command::new(&python).args(["-m", "pip", "--quiet", "install"]).args(PACKAGES))?;
        imports()?;
    }
    Some(python)
}

/// Whether qrencode is here.
pub fn has_qrencode() -> bool {
    Command::new("qrencode").arg("--version").stderr(Stdio::null()).status().is_ok()
}

/// How long qrencode takes, started anew for each symbol, as a program that calls it does.
pub fn qrencode(count: u64) -> Duration {
    let start = Instant::now();
    for number in 0..count {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let drawn = Command::new("qrencode")
            .args(["--level=H", "--size=8", "--margin=4", "--output=-", &material::address(number)])
            .stdout(Stdio::null())
            .status();
        assert!(drawn.is_ok_and(|status| status.success()), "qrencode drew nothing");
    }
    start.elapsed()
}
