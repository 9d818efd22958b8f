//! What the command line does, a file a command.

mod commands;
mod complain;
mod demo;
mod import;
mod number;
mod officer;
mod qr;
mod read;
mod receipt;
mod serve;
mod token;
mod verify;

use std::process::ExitCode;

use clap::Parser as _;

pub use demo::open_at as open_demo_at;
pub use import::import_offices;

use crate::actions;
use crate::app::{App, Config, Result};
use crate::letters::pdf_pages;
use commands::{Command, CommandLine, Import, Number, Officer, Token, Verify};

/// Does what the command line asks; what goes wrong is said on standard error in both languages.
pub async fn run() -> ExitCode {
    let mut line = CommandLine::parse();
    line.config.program = std::env::current_exe().ok();
    match Box::pin(perform(line.command, line.config)).await {
        Ok(code) => code,
        Err(error) => complain::say(&error),
    }
}

async fn perform(command: Command, mut config: Config) -> Result<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    match command {
        Command::Demo { fresh } => {
            let listener = serve::listen(&mut config).await?;
            serve::serve(Box::pin(demo::open(config, fresh)).await?, listener, true).await.map(done)
        }
        Command::Serve { no_jobs } => {
            let listener = serve::listen(&mut config).await?;
            serve::serve(open(config).await?, listener, !no_jobs).await.map(done)
        }
        Command::Work => serve::work(open(config).await?).await.map(done),
        Command::Migrate => App::open(Config { migrate: true, ..config }).await.map(|_| ExitCode::SUCCESS),
        Command::Read { letter } => read::read(&letter).await.map(done),
        Command::Import(Import::Offices { file }) => {
            let report = import_offices(&open(config).await?, &file).await?;
            Ok(if report.rejected.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Officer(Officer::Add(new)) => officer::add(&open(config).await?, &new).await.map(done),
        Command::Token(Token::Create { officer, name }) => {
            token::create(&open(config).await?, &officer, &name).await.map(done)
        }
        Command::Number(Number::Set(opening)) => number::set(&open(config).await?, &opening).await.map(done),
        Command::Qr { text, out } => qr::qr(&text, &out).map(done),
        Command::Backup { file } => actions::backup(&open(config).await?, &file).await.map(done),
        Command::Restore { file } => {
            actions::restore(&config, &file).await?;
            verify::verify(&open(config).await?).await
        }
        Command::Verify { what: None } => verify::verify(&open(config).await?).await,
        Command::Verify { what: Some(Verify::Receipt { file, key }) } => {
            receipt::verify(&config, &file, key.as_deref())
        }
        Command::ReceiptKey => receipt::print_key(&config).map(done),
        Command::Draw => Ok(pdf_pages::serve(std::io::stdin().lock(), std::io::stdout().lock()).map(done)?),
    }
}

/// Opens the program and sees to it that the offices that ship with it are there.
async fn open(config: Config) -> Result<App> {
    let app = App::open(config).await?;
    actions::seed_registry(&app).await?;
    Ok(app)
}
