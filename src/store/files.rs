//! Files by content: each is kept once under its SHA-256, streamed in and out, and never changed.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use futures_util::{Stream, StreamExt as _};
use sha2::{Digest as _, Sha256};
use tokio::fs;
use tokio::io::AsyncWriteExt as _;

use super::StoreError;

/// A folder of files: `ab/ab12…`, named by the SHA-256 of what is in them.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

/// A file that was streamed in and is not yet kept; it is gone when this is dropped.
#[derive(Debug)]
pub struct Incoming {
    file: tempfile::NamedTempFile,
    /// SHA-256 of the content, 64 hexadecimal digits.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
}

impl Incoming {
    /// Where the content lies for now.
    pub fn path(&self) -> &Path {
        self.file.path()
    }
}

/// Why a stream was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// More bytes than allowed.
    #[error("more than {most} bytes")]
    TooLarge {
        /// The most.
        most: u64,
    },
    /// The sender broke off.
    #[error("broken off: {0}")]
    BrokenOff(String),
    /// The folder refused.
    #[error(transparent)]
    Folder(#[from] io::Error),
}

impl Files {
    /// Opens the folder at `file:folder`, making it when it is missing.
    ///
    /// # Errors
    /// When the address is of another kind or the folder cannot be made.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let folder = url.strip_prefix("file:").ok_or_else(|| {
            io::Error::new(
                io::ErrorKind::InvalidInput,
                format!("WIAN_FILES_URL must begin with file: ({url})"),
            )
        })?;
        let folder = PathBuf::from(folder.strip_prefix("//").unwrap_or(folder));
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// Takes a stream in beside the kept files, hashing as it comes.
    ///
    /// # Errors
    /// When it has more than `most` bytes, is broken off, or the folder refuses. Nothing is left behind.
    pub async fn take<B: AsRef<[u8]>, E: std::fmt::Display>(
        &self,
        stream: impl Stream<Item = Result<B, E>>,
        most: u64,
    ) -> Result<Incoming, NotTaken> {
        let file = tempfile::NamedTempFile::new_in(&self.folder)?;
        let mut writer = fs::File::from_std(file.reopen()?);
        let (mut hash, mut size) = (Sha256::new(), 0_u64);
        let mut stream = std::pin::pin!(stream);
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(|error| NotTaken::BrokenOff(error.to_string()))?;
            let chunk = chunk.as_ref();
            size += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
            if size > most {
                return Err(NotTaken::TooLarge { most });
            }
            hash.update(chunk);
            writer.write_all(chunk).await?;
        }
        writer.sync_all().await?;
        Ok(Incoming { file, sha256: data_encoding::HEXLOWER.encode(&hash.finalize()), size })
    }

    /// Keeps what was taken in. A file that is kept already stays as it is.
    ///
    /// # Errors
    /// When the folder refuses.
    pub fn keep(&self, incoming: Incoming) -> Result<(), StoreError> {
        let path = self.path(&incoming.sha256);
        if path.exists() {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        incoming.file.persist(&path).map_err(|error| error.error)?;
        Ok(())
    }

    /// Keeps what a reader gives, from a backup; gives its SHA-256.
    ///
    /// # Errors
    /// When the reader or the folder fails.
    pub fn put(&self, reader: &mut impl io::Read) -> Result<String, StoreError> {
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        let mut size = 0;
        let mut hash = Sha256::new();
        let mut chunk = vec![0; 64 * 1024];
        loop {
            let read = reader.read(&mut chunk)?;
            let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
            hash.update(bytes);
            io::Write::write_all(&mut file, bytes)?;
            size += u64::try_from(read).unwrap_or_default();
        }
        file.as_file().sync_all()?;
        let sha256 = data_encoding::HEXLOWER.encode(&hash.finalize());
        self.keep(Incoming { file, sha256: sha256.clone(), size })?;
        Ok(sha256)
    }

    /// Every kept file: its SHA-256 and where it lies.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<(String, PathBuf)>, StoreError> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            let folder = entry?.path();
            if folder.is_dir() {
                for file in std::fs::read_dir(folder)? {
                    let file = file?;
                    found.push((file.file_name().to_string_lossy().into_owned(), file.path()));
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// Opens a kept file for reading.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn read(&self, sha256: &str) -> Result<fs::File, StoreError> {
        Ok(fs::File::open(self.path(sha256)).await?)
    }

    /// Removes a kept file that nothing refers to any more; one that is not there is no error.
    ///
    /// # Errors
    /// When the folder refuses.
    pub fn remove(&self, sha256: &str) -> Result<(), StoreError> {
        match std::fs::remove_file(self.path(sha256)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Removes what a program that was killed was taking in, when it lies there since before `before`; gives how many.
    ///
    /// # Errors
    /// When the folder refuses.
    pub fn sweep(&self, before: SystemTime) -> Result<usize, StoreError> {
        let mut swept = 0;
        for entry in std::fs::read_dir(&self.folder)? {
            let entry = entry?;
            let about = entry.metadata()?;
            if about.is_file() && about.modified()? < before {
                std::fs::remove_file(entry.path())?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// Where a file lies; the name is only ever a hash, never what somebody called it.
    fn path(&self, sha256: &str) -> PathBuf {
        let name: String = sha256.chars().filter(char::is_ascii_hexdigit).collect();
        self.folder.join(name.get(..2).unwrap_or("00")).join(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn take(files: &Files, chunks: &[&str], most: u64) -> Result<Incoming, NotTaken> {
        let chunks: Vec<Result<String, io::Error>> =
            chunks.iter().map(|chunk| Ok((*chunk).to_owned())).collect();
        files.take(futures_util::stream::iter(chunks), most).await
    }

    #[tokio::test]
    async fn the_same_content_is_kept_once_and_read_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::open(&format!("file:{}", folder.path().display())).expect("files");
        let one = take(&files, &["คู่มือ ", "ฉบับเต็ม"], 1000).await.expect("taken");
        let hash = one.sha256.clone();
        files.keep(one).expect("kept");
        let again = take(&files, &["คู่มือ ฉบับเต็ม"], 1000).await.expect("taken");
        assert_eq!(again.sha256, hash);
        files.keep(again).expect("kept");
        let path = files.path(&hash);
        assert_eq!(std::fs::read_to_string(path).expect("a file"), "คู่มือ ฉบับเต็ม");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
        assert!(files.read(&hash).await.is_ok());
    }

    #[tokio::test]
    async fn a_file_that_is_too_large_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::open(&format!("file:{}", folder.path().display())).expect("files");
        assert!(matches!(take(&files, &["12345", "6"], 5).await, Err(NotTaken::TooLarge { most: 5 })));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
        assert!(Files::open("ftp://example.go.th/x").is_err());
    }

    #[tokio::test]
    async fn what_was_left_half_taken_is_swept_and_what_is_kept_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::open(&format!("file:{}", folder.path().display())).expect("files");
        let kept = take(&files, &["คู่มือ"], 1000).await.expect("taken");
        let hash = kept.sha256.clone();
        files.keep(kept).expect("kept");
        std::fs::write(folder.path().join(".tmpAbCd"), "half").expect("written");
        assert_eq!(files.sweep(SystemTime::now() - std::time::Duration::from_mins(1)).expect("swept"), 0);
        assert_eq!(files.sweep(SystemTime::now() + std::time::Duration::from_mins(1)).expect("swept"), 1);
        let left: Vec<String> = files.list().expect("a list").into_iter().map(|(sha256, _)| sha256).collect();
        assert_eq!(left, std::slice::from_ref(&hash));
        files.remove(&hash).expect("removed");
        files.remove(&hash).expect("removed twice");
        assert_eq!(files.list().expect("a list"), []);
    }
}
