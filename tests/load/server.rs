//! The release program as it is shipped, started on a data folder and stopped by its id.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Result;

/// How long it may take until it answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running program; it is stopped when this is dropped.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:port`.
    pub base: String,
    /// From its start to its first answer.
    pub start: Duration,
}

/// Builds it, and says where it is.
pub fn build() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let built = Command::new(env!("CARGO"))
        .current_dir(&root)
        // Together with this program, so that what both are made of is the same and is built once.
        .args(["build", "--release", "--locked", "--package", "wian", "--package", "load", "--bins"])
        .status()?;
    if !built.success() {
        return Err("the program is not built".into());
    }
    Ok(std::env::current_exe()?.with_file_name("wian"))
}

/// A command of the program on a data folder, without limits for single addresses.
pub fn command(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("WIAN_DATA_DIR", folder).env("RUST_LOG", "error");
    for limit in ["WIAN_LIMIT_PUBLIC", "WIAN_LIMIT_WRONG_CODES", "WIAN_LIMIT_SIGN_IN"] {
        command.env(limit, "0");
    }
    command
}

impl Server {
    /// Starts it and waits for its first answer.
    pub async fn start(program: &Path, folder: &Path) -> Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let listen = format!("127.0.0.1:{port}");
        let mut command = command(program, folder);
        command.args(["serve", "--listen", &listen]).stdout(Stdio::null()).stderr(Stdio::inherit());
        let begun = Instant::now();
        let child = command.spawn()?;
        let base = format!("http://{listen}");
        let mut server = Self { child, base, start: Duration::ZERO };
        let ready = format!("{}/readyz", server.base);
        while !reqwest::get(&ready).await.is_ok_and(|answer| answer.status().is_success()) {
            if begun.elapsed() > PATIENCE {
                return Err("the program does not answer".into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.start = begun.elapsed();
        Ok(server)
    }

    /// Its memory now, in megabytes (`VmRSS` of proc(5)).
    pub fn memory_mb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kb: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
        Ok(kb * 1024.0 / 1e6)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // What is not on disk by now was never answered.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether `wian verify` finds that everything agrees.
pub fn verify(program: &Path, folder: &Path) -> Result<()> {
    let said = command(program, folder).arg("verify").output()?;
    if said.status.success() {
        return Ok(());
    }
    Err(format!("verify: {}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr))
        .into())
}
