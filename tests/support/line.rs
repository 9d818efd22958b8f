//! The line between a phone and the program: it can be cut, and mended at the same address.

use std::net::SocketAddr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// A line to a program.
pub struct Line {
    to: SocketAddr,
    here: SocketAddr,
    carrying: Option<AbortHandle>,
}

impl Line {
    /// A line to the program at this base address.
    pub async fn to(base: &str) -> Self {
        let to = base.trim_start_matches("http://").parse().expect("an address of this machine");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let here = listener.local_addr().expect("its address");
        Self { to, here, carrying: Some(carry(listener, to)) }
    }

    /// A page at this end of it.
    pub fn at(&self, page: impl std::fmt::Display) -> String {
        format!("http://{}{page}", self.here)
    }

    /// Nothing goes through any more, and what was going through breaks off.
    pub fn cut(&mut self) {
        if let Some(carrying) = self.carrying.take() {
            carrying.abort();
        }
    }

    /// It carries again.
    pub async fn mend(&mut self) {
        let listener = loop {
            // The port is free as soon as the listener that was cut is gone.
            match TcpListener::bind(self.here).await {
                Ok(listener) => break listener,
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            }
        };
        self.carrying = Some(carry(listener, self.to));
    }
}

fn carry(listener: TcpListener, to: SocketAddr) -> AbortHandle {
    let carrying = async move {
        // Dropped with the line, and what it carries with it.
        let mut open = JoinSet::new();
        while let Ok((mut phone, _)) = listener.accept().await {
            open.spawn(async move {
                if let Ok(mut program) = TcpStream::connect(to).await {
                    let _ = copy_bidirectional(&mut phone, &mut program).await;
                }
            });
        }
    };
    tokio::spawn(carrying).abort_handle()
}
