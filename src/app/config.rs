//! Settings: each a command-line option and a `WIAN_…` variable, with a default that works.

use std::path::PathBuf;

use clap::Args;

/// Every setting.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// Database: `sqlite://path`; by default `wian.db` in the data folder.
    #[arg(long, env = "WIAN_DATABASE_URL", global = true)]
    pub database_url: Option<String>,
    /// Address and port to listen on.
    #[arg(long, env = "WIAN_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub listen: String,
    /// Address that QR codes print; by default `http://` and the address listened on.
    #[arg(long, env = "WIAN_BASE_URL", global = true)]
    pub base_url: Option<String>,
    /// Folder of the database, the files and the secret key.
    #[arg(long, env = "WIAN_DATA_DIR", default_value = "data", global = true)]
    pub data_dir: PathBuf,
    /// Where enclosures are kept: `file:folder`; by default `files` in the data folder.
    #[arg(long, env = "WIAN_FILES_URL", global = true)]
    pub files_url: Option<String>,
    /// Key of secret links, 64 hexadecimal digits; made and kept in the data folder when absent.
    #[arg(long, env = "WIAN_SECRET_KEY", global = true, hide_env_values = true)]
    pub secret_key: Option<String>,
    /// Code before the slash of a circular's number, where a draft does not say its own.
    #[arg(long, env = "WIAN_REFERENCE_PREFIX", default_value = "มท 0816.3", global = true)]
    pub reference_prefix: String,
    /// Whether to bring the schema up at start.
    #[arg(long, env = "WIAN_MIGRATE", default_value_t = true, action = clap::ArgAction::Set, global = true)]
    pub migrate: bool,
    /// This program's own file, which draws strangers' PDFs in a process of its own; without it they are drawn in this.
    #[arg(skip)]
    pub program: Option<PathBuf>,
    /// What a single address may do a minute.
    #[command(flatten)]
    pub limits: Limits,
}

/// Limits a minute for each address; 0 switches one off.
#[derive(Debug, Clone, Copy, Args)]
pub struct Limits {
    /// Requests of public pages.
    #[arg(long = "limit-public", env = "WIAN_LIMIT_PUBLIC", default_value_t = 600, global = true)]
    pub public: u32,
    /// Wrong codes typed on public pages.
    #[arg(long = "limit-wrong-codes", env = "WIAN_LIMIT_WRONG_CODES", default_value_t = 20, global = true)]
    pub wrong_codes: u32,
    /// Attempts to sign in.
    #[arg(long = "limit-sign-in", env = "WIAN_LIMIT_SIGN_IN", default_value_t = 10, global = true)]
    pub sign_in: u32,
}

impl Config {
    /// The database's address.
    pub fn database_url(&self) -> String {
        let default = || format!("sqlite://{}", self.data_dir.join("wian.db").display());
        self.database_url.clone().unwrap_or_else(default)
    }

    /// The address of the files.
    pub fn files_url(&self) -> String {
        let default = || format!("file:{}", self.data_dir.join("files").display());
        self.files_url.clone().unwrap_or_else(default)
    }

    /// The address that people reach the program at, without a slash at its end.
    pub fn base_url(&self) -> String {
        let default = || format!("http://{}", self.listen);
        self.base_url.clone().unwrap_or_else(default).trim_end_matches('/').to_owned()
    }

    /// A public address in capitals, so that its QR symbol stays small: `HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD`.
    /// A host is the same in any case (RFC 3986, 6.2.2.1); a path before ours is kept as it is.
    pub fn public_url(&self, path: &str) -> String {
        let base = self.base_url();
        let host_end = base.find("://").map_or(0, |scheme| scheme + 3);
        let host_end =
            base.get(host_end..).and_then(|rest| rest.find('/')).map_or(base.len(), |at| host_end + at);
        let (host, folder) = base.split_at(host_end);
        format!("{}{folder}{path}", host.to_uppercase())
    }

    /// Whether people reach the program by TLS, so that cookies can be held to it.
    pub fn is_https(&self) -> bool {
        self.base_url().starts_with("https://")
    }
}
