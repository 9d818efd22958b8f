//! Clients that ask at the same time, each for the next thing as soon as it has its answer.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use reqwest::{Client, RequestBuilder, StatusCode};

use super::Result;

/// What they saw.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Answers a second.
    pub rate: f64,
    /// How long each answer took, the shortest first.
    waits: Vec<Duration>,
}

impl Seen {
    /// How long an answer took that so large a share did not exceed, in milliseconds.
    pub fn percentile_ms(&self, percent: usize) -> f64 {
        let at = (self.waits.len() * percent / 100).min(self.waits.len().saturating_sub(1));
        self.waits.get(at).map_or(f64::NAN, |wait| wait.as_secs_f64() * 1e3)
    }
}

/// Makes a request for each of the things, and expects this answer to each.
pub async fn ask<T: Send + 'static>(
    clients: usize,
    things: Vec<T>,
    expected: StatusCode,
    request: impl Fn(&Client, &T) -> RequestBuilder + Send + Sync + 'static,
) -> Result<Seen> {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let count = things.len();
    let (queue, request) = (Arc::new(Mutex::new(VecDeque::from(things))), Arc::new(request));
    let begun = Instant::now();
    let one = || {
        let (client, queue, request) = (client.clone(), queue.clone(), request.clone());
        tokio::spawn(async move {
            let mut waits = Vec::new();
            loop {
                let Some(thing) = queue.lock().map_err(|_| "a client failed")?.pop_front() else { break };
                let asked = Instant::now();
                let answer = request(&client, &thing).send().await?;
                let status = answer.status();
                let body = answer.bytes().await?;
                if status != expected {
                    return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
                }
                waits.push(asked.elapsed());
            }
            Result::Ok(waits)
        })
    };
    let tasks: Vec<_> = (0..clients).map(|_| one()).collect();
    let mut waits = Vec::with_capacity(count);
    for task in tasks {
        waits.extend(task.await??);
    }
    let rate = as_float(count) / begun.elapsed().as_secs_f64();
    waits.sort_unstable();
    Ok(Seen { rate, waits })
}

/// A count of a run, which is far below what a float holds exactly.
pub fn as_float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
