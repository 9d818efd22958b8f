//! A backup: one archive with a consistent copy of the database, every enclosed file and the secret key.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::app::{App, Complaint, Config, Result};

/// The database in the archive.
const DATABASE: &str = "wian.db";
/// The secret key in the archive.
const KEY: &str = "secret.key";
/// The folder of enclosed files in the archive, each by its SHA-256.
const FILES: &str = "files/";

/// Writes a backup while others read and write: what is committed when it begins is in it.
///
/// # Errors
/// When the file exists already or cannot be written.
pub async fn backup(app: &App, file: &Path) -> Result<()> {
    if file.exists() {
        return Err(
            refused("backup_exists", "มีไฟล์สำรองชื่อนี้อยู่แล้ว", "A backup of that name exists already.").into()
        );
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let copy = tempfile::tempdir_in(folder)?;
    let database = copy.path().join(DATABASE);
    app.db.copy_to(&database).await?;
    let files = app.files.list()?;
    let (key, archive) = (app.secret.to_hex(), copy.path().join("backup.zip"));
    let written = archive.clone();
    tokio::task::spawn_blocking(move || write(&written, &database, &key, &files)).await??;
    // Only a whole backup ever stands under the name asked for.
    Ok(fs::rename(archive, file)?)
}

fn write(archive: &Path, database: &Path, key: &str, files: &[(String, PathBuf)]) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    // With the key in it, it is its owner's alone to read.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut zip = ZipWriter::new(options.open(archive)?);
    // Enclosures are compressed by nature, and a database is soon read.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    zip.start_file(KEY, stored.unix_permissions(0o600)).map_err(io::Error::from)?;
    io::copy(&mut key.as_bytes(), &mut zip)?;
    zip.start_file(DATABASE, stored).map_err(io::Error::from)?;
    io::copy(&mut File::open(database)?, &mut zip)?;
    for (sha256, path) in files {
        zip.start_file(format!("{FILES}{sha256}"), stored).map_err(io::Error::from)?;
        io::copy(&mut File::open(path)?, &mut zip)?;
    }
    Ok(zip.finish().map_err(io::Error::from)?.sync_all()?)
}

/// Puts a backup in place: into the database, the folder of files and the data folder of the settings.
///
/// # Errors
/// When one of them is there already, the archive is no backup, or a file in it is not what its name says.
pub async fn restore(config: &Config, file: &Path) -> Result<()> {
    let url = config.database_url();
    let database =
        url.strip_prefix("sqlite://").map(|path| PathBuf::from(path.split('?').next().unwrap_or(path)));
    let database = database.ok_or_else(|| {
        refused(
            "restore_target",
            "กู้คืนได้เฉพาะฐานข้อมูล sqlite://",
            "Only a sqlite:// database can be restored into.",
        )
    })?;
    let files = crate::store::Files::open(&config.files_url())?;
    let key = config.data_dir.join(KEY);
    if database.exists() || key.exists() || !files.list()?.is_empty() {
        let th = "ปลายทางไม่ว่าง กู้คืนได้เฉพาะลงที่ว่างเปล่าเท่านั้น";
        return Err(refused(
            "restore_target_not_empty",
            th,
            "The target is not empty: restore only into an empty one.",
        )
        .into());
    }
    let archive = file.to_owned();
    let target = Target { database, key };
    tokio::task::spawn_blocking(move || read(&archive, &target, &files)).await?
}

struct Target {
    database: PathBuf,
    key: PathBuf,
}

fn read(archive: &Path, target: &Target, files: &crate::store::Files) -> Result<()> {
    let no_backup =
        || refused("not_a_backup", "ไฟล์นี้ไม่ใช่ไฟล์สำรองของระบบ", "This file is no backup of this system.");
    let mut zip = ZipArchive::new(File::open(archive)?).map_err(|_| no_backup())?;
    for name in [KEY, DATABASE] {
        zip.by_name(name).map_err(|_| no_backup())?;
    }
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).map_err(|_| no_backup())?;
        let name = entry.name().map_err(|_| no_backup())?.into_owned();
        let Some(sha256) = name.strip_prefix(FILES) else { continue };
        if files.put(&mut entry)? != sha256 {
            let th = format!("ไฟล์ {sha256} ในไฟล์สำรองเสียหาย");
            return Err(
                refused("backup_damaged", th, format!("File {sha256} of the backup is damaged.")).into()
            );
        }
    }
    // The database comes last: while it is not there, the restore can be begun again.
    place(&mut zip, KEY, &target.key)?;
    place(&mut zip, DATABASE, &target.database)
}

fn place(zip: &mut ZipArchive<File>, name: &str, to: &Path) -> Result<()> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut entry = zip.by_name(name).map_err(io::Error::from)?;
    // A temporary file is its owner's alone to read, which the key must stay.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    io::copy(&mut entry, &mut file)?;
    file.as_file().sync_all()?;
    file.persist(to).map_err(|error| error.error)?;
    Ok(())
}

fn refused(code: &str, th: impl Into<String>, en: impl Into<String>) -> Complaint {
    Complaint::new(code, th, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::seed_registry;
    use crate::app::testing;
    use crate::store::offices;

    #[tokio::test]
    async fn a_backup_is_restored_into_an_empty_place_only() {
        let (app, folder) = testing::app().await;
        seed_registry(&app).await.expect("offices");
        let sha256 = app.files.put(&mut "คู่มือ".as_bytes()).expect("a file");
        let file = folder.path().join("backup.zip");
        // Somebody is at the writer meanwhile.
        let turn = app.db.begin().await.expect("a turn");
        backup(&app, &file).await.expect("a backup");
        drop(turn);
        assert!(backup(&app, &file).await.is_err(), "an older backup is not written over");
        assert!(restore(&app.config, &file).await.is_err(), "the place is taken");

        let elsewhere = tempfile::tempdir().expect("a folder");
        let config = Config { data_dir: elsewhere.path().to_owned(), ..app.config.clone() };
        restore(&config, &file).await.expect("restored");
        let again = App::open(config).await.expect("an app");
        assert_eq!(again.secret.bytes(), app.secret.bytes());
        assert!(again.files.read(&sha256).await.is_ok());
        assert_eq!(offices::provinces(&again.db).await.expect("read").len(), 76);
    }

    #[tokio::test]
    async fn another_archive_is_no_backup_and_leaves_nothing_behind() {
        let (app, folder) = testing::app().await;
        let file = folder.path().join("other.zip");
        std::fs::write(&file, b"PK\x03\x04 rubbish").expect("a file");
        let elsewhere = tempfile::tempdir().expect("a folder");
        let config = Config { data_dir: elsewhere.path().to_owned(), ..app.config.clone() };
        assert!(restore(&config, &file).await.is_err());
        assert!(!elsewhere.path().join(DATABASE).exists() && !elsewhere.path().join(KEY).exists());
    }
}
