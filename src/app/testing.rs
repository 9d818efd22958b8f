//! An app on a folder of its own, for tests.

use tempfile::TempDir;

use super::{App, Chance, Clock, Config, Limits};

/// The moment at which tests begin: the working day of the letter of the design, 24 May 2566 at 10.00 in Bangkok.
pub const MOMENT: &str = "2023-05-24T03:00:00Z";

/// An app whose clock stands at [`MOMENT`]; its folder goes when the second part is dropped.
pub async fn app() -> (App, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config {
        program: None,
        database_url: None,
        listen: "127.0.0.1:0".into(),
        base_url: None,
        data_dir: folder.path().to_owned(),
        files_url: None,
        secret_key: None,
        reference_prefix: "มท 0816.3".into(),
        migrate: true,
        limits: Limits { public: 0, wrong_codes: 0, sign_in: 0 },
    };
    let clock = Clock::standing(MOMENT.parse().expect("a moment"));
    (App::open_with(config, clock, Chance::seeded(1)).await.expect("an app"), folder)
}
