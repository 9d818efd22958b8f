//! What a single address may do a minute: a bucket that fills evenly, in memory and of bounded size.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};

use crate::app::{self, App, Clock};
use crate::domain::refusal::Refusal;

/// Addresses remembered at most; beyond it all are forgotten, which errs on the side of letting people in.
const MOST: usize = 100_000;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Requests of public pages.
    Public,
    /// Wrong codes typed on public pages.
    WrongCodes,
    /// Attempts to sign in.
    SignIn,
}

/// What is left of an allowance, and since when.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: DateTime<Utc>,
}

/// The buckets of all addresses.
#[derive(Debug)]
pub struct Limits {
    clock: Clock,
    settings: app::Limits,
    buckets: Mutex<HashMap<(Limit, IpAddr), Bucket>>,
}

impl Limits {
    /// Full buckets for everybody.
    pub fn new(app: &App) -> Self {
        Self { clock: app.clock.clone(), settings: app.config.limits, buckets: Mutex::default() }
    }

    /// Takes one from an address's allowance.
    ///
    /// # Errors
    /// `too_many_requests` with the seconds to wait when nothing is left.
    pub fn spend(&self, limit: Limit, address: IpAddr) -> Result<(), Refusal> {
        self.take(limit, address, 1.0)
    }

    /// Whether something is left, without taking it.
    ///
    /// # Errors
    /// As [`Limits::spend`].
    pub fn check(&self, limit: Limit, address: IpAddr) -> Result<(), Refusal> {
        self.take(limit, address, 0.0)
    }

    fn take(&self, limit: Limit, address: IpAddr, cost: f64) -> Result<(), Refusal> {
        let a_minute = f64::from(match limit {
            Limit::Public => self.settings.public,
            Limit::WrongCodes => self.settings.wrong_codes,
            Limit::SignIn => self.settings.sign_in,
        });
        if a_minute == 0.0 {
            return Ok(());
        }
        let now = self.clock.now();
        let key = (limit, network(address));
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST && !buckets.contains_key(&key) {
            buckets.clear();
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: a_minute, at: now });
        let passed = (now - bucket.at).as_seconds_f64().max(0.0);
        bucket.left = (bucket.left + passed * a_minute / 60.0).min(a_minute);
        bucket.at = now;
        if bucket.left < 1.0 {
            let seconds = ((1.0 - bucket.left) * 60.0 / a_minute).ceil();
            return Err(Refusal::TooManyRequests {
                seconds: std::time::Duration::from_secs_f64(seconds).as_secs().max(1),
            });
        }
        bucket.left -= cost;
        Ok(())
    }
}

/// The address that counts: a household of IPv6 holds a whole /64, so its devices count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}
