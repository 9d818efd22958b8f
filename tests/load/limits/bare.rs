//! A handler that sends the same bytes and does nothing else, in a process of its own as the program is.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;

use crate::Result;

/// The other process; it is stopped when this is dropped.
pub struct Bare {
    child: Child,
    /// Where it answers.
    pub url: String,
}

impl Bare {
    /// Starts it with what it sends.
    pub fn start(body: &[u8]) -> Result<Self> {
        let mut file = tempfile::NamedTempFile::new()?;
        file.write_all(body)?;
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.arg("bare").arg(file.path()).stdout(Stdio::piped()).spawn()?;
        let said = child.stdout.take().ok_or("no output")?;
        let mut bare = Self { child, url: String::new() };
        BufReader::new(said).read_line(&mut bare.url)?;
        bare.url.truncate(bare.url.trim_end().len());
        Ok(bare)
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        // It has nothing to lose.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends what the file holds to whoever asks.
pub async fn serve(body: &Path) -> Result<()> {
    let body = axum::body::Bytes::from(std::fs::read(body)?);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    let answer = move || async move { ([(CONTENT_TYPE, "text/html; charset=utf-8")], body) };
    Ok(axum::serve(listener, Router::new().route("/", get(answer))).await?)
}
