//! Documents printed one after another as one file.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::NotPrinted;

/// The pages of documents in one, which has everything else from the first: its language, its title, its standard.
/// They are taken one at a time, so that no more than one is in memory beside what they become.
pub fn join(parts: impl Iterator<Item = Result<Vec<u8>, NotPrinted>>) -> Result<Vec<u8>, NotPrinted> {
    let mut book: Option<Document> = None;
    let mut pages: Vec<ObjectId> = Vec::new();
    for part in parts {
        let mut part = Document::load_mem(&part?).map_err(|error| broken(&error))?;
        let Some(book) = &mut book else {
            pages.extend(part.get_pages().into_values());
            book = Some(part);
            continue;
        };
        part.renumber_objects_with(book.max_id + 1);
        pages.extend(part.get_pages().into_values());
        book.max_id = part.max_id;
        book.objects.append(&mut part.objects);
    }
    let mut book = book.ok_or_else(|| NotPrinted::Layout("no page".to_owned()))?;
    bind(&mut book, &pages).map_err(|error| broken(&error))?;
    // What only the other parts' catalogs and page trees named.
    book.prune_objects();
    book.max_id = book.objects.keys().map(|(id, _)| *id).max().unwrap_or_default();
    let mut bytes = Vec::new();
    book.save_to(&mut bytes).map_err(|error| broken(&error))?;
    Ok(bytes)
}

/// Hangs all pages on the first part's page tree.
fn bind(book: &mut Document, pages: &[ObjectId]) -> lopdf::Result<()> {
    let tree = book.catalog()?.get(b"Pages")?.as_reference()?;
    for page in pages {
        book.get_object_mut(*page)?.as_dict_mut()?.set("Parent", tree);
    }
    let kids: Vec<Object> = pages.iter().copied().map(Object::Reference).collect();
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let mut root = Dictionary::new();
    root.set("Type", Object::Name(b"Pages".to_vec()));
    root.set("Kids", kids);
    root.set("Count", count);
    *book.get_object_mut(tree)? = Object::Dictionary(root);
    let about = book.catalog()?.get(b"Metadata")?.as_reference()?;
    let about = book.get_object_mut(about)?.as_stream_mut()?;
    let told = recount(&String::from_utf8_lossy(&about.content), pages.len());
    about.set_plain_content(told.into_bytes());
    Ok(())
}

/// Metadata with another count of pages.
fn recount(about: &str, pages: usize) -> String {
    let (open, close) = ("<xmpTPg:NPages>", "</xmpTPg:NPages>");
    match about.split_once(open).and_then(|(before, rest)| Some((before, rest.split_once(close)?.1))) {
        Some((before, after)) => format!("{before}{open}{pages}{close}{after}"),
        None => about.to_owned(),
    }
}

fn broken(error: &impl std::fmt::Display) -> NotPrinted {
    NotPrinted::Layout(error.to_string())
}
