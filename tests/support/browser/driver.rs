//! A chromedriver process of one's own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A busy machine may need long to start a process; waiting costs nothing when it does not.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long the browsers get to close before the driver is killed.
const FAREWELL: Duration = Duration::from_secs(5);

/// A running chromedriver. Dropped, it closes its browsers and ends.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it on a free port of loopback and waits until it answers. What it leaves lying about lies in `folder`.
    pub async fn start(program: &Path, folder: &Path) -> Self {
        let mut child = Command::new(program)
            .arg("--port=0")
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        // It chooses the port itself, so that two tests never race for one, and says which.
        let port = tokio::task::spawn_blocking(move || {
            let port = lines.by_ref().map_while(Result::ok).find_map(|line| port_in(&line));
            // Read on, or a full pipe would stop it.
            std::thread::spawn(move || lines.for_each(drop));
            port
        });
        let said = tokio::time::timeout(PATIENCE, port).await.expect("chromedriver says its port in time");
        let port = said.expect("its output can be read").expect("chromedriver says on which port it listens");
        let driver = Self { child, port };
        let start = Instant::now();
        while driver.ask("/status").is_none() {
            assert!(start.elapsed() < PATIENCE, "chromedriver does not answer on port {port}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        driver
    }

    /// The address that commands go to.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its answer to a plain GET, if it gives one.
    fn ask(&self, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).ok()?;
        stream.set_read_timeout(Some(FAREWELL)).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").ok()?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).ok()?;
        (&answer == b"HTTP/1.1 200").then(|| String::from_utf8_lossy(&answer).into_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed outright it would leave its browsers running.
        let _ = self.ask("/shutdown");
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && start.elapsed() < FAREWELL {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `ChromeDriver was started successfully on port 40103.` → 40103
fn port_in(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
