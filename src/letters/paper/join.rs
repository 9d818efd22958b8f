//! PDFs of the same layout, one after the other as one.

use lopdf::{Document, Object};

use super::NotPrinted;

/// Joins them in their order. The first gives what belongs to the whole: its metadata and its colours.
///
/// # Errors
/// When there is none, or one is no PDF.
pub(super) fn join(pdfs: Vec<Vec<u8>>) -> Result<Vec<u8>, NotPrinted> {
    let mut pdfs = pdfs.into_iter();
    let first = pdfs.next().ok_or_else(|| NotPrinted::Layout("there is nothing to print".to_owned()))?;
    if pdfs.len() == 0 {
        return Ok(first);
    }
    joined(&first, pdfs).map_err(|error| NotPrinted::Layout(error.to_string()))
}

fn joined(first: &[u8], others: impl Iterator<Item = Vec<u8>>) -> lopdf::Result<Vec<u8>> {
    let mut whole = Document::load_mem(first)?;
    let tree = whole.catalog()?.get(b"Pages")?.as_reference()?;
    let mut pages: Vec<Object> = whole.page_iter().map(Object::Reference).collect();
    for other in others {
        let mut other = Document::load_mem(&other)?;
        other.renumber_objects_with(whole.max_id + 1);
        whole.max_id = other.max_id;
        pages.extend(other.page_iter().map(Object::Reference));
        whole.objects.extend(other.objects);
    }
    // One level is enough: a reader that opens page 1,900 has the whole list at hand.
    for page in &pages {
        whole.get_object_mut(page.as_reference()?)?.as_dict_mut()?.set("Parent", tree);
    }
    let node = whole.get_object_mut(tree)?.as_dict_mut()?;
    node.set("Count", i64::try_from(pages.len()).unwrap_or(i64::MAX));
    node.set("Kids", pages);
    whole.prune_objects();
    whole.compress();
    let mut bytes = Vec::new();
    whole.save_modern(&mut bytes)?;
    Ok(bytes)
}
