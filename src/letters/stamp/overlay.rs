//! A page made here, as a form that another document's page can draw.

use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// A document of one page, and what is drawn on it.
pub(super) struct Overlay {
    document: Document,
    page: ObjectId,
    size: (f64, f64),
}

impl Overlay {
    pub(super) fn read(pdf: &[u8]) -> lopdf::Result<Self> {
        let document = Document::load_mem(pdf)?;
        let page = document.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
        let media = document.get_dictionary(page)?.get_deref(b"MediaBox", &document)?.as_array()?;
        let side = |at: usize| media.get(at).and_then(|number| number.as_float().ok()).map_or(0.0, f64::from);
        Ok(Self { size: (side(2) - side(0), side(3) - side(1)), document, page })
    }

    /// Width and height in points.
    pub(super) fn size(&self) -> (f64, f64) {
        self.size
    }

    /// Takes over its fonts and pictures, under new numbers, and gives the form that draws it.
    pub(super) fn add_to(mut self, target: &mut Document) -> lopdf::Result<ObjectId> {
        self.document.renumber_objects_with(target.max_id + 1);
        let page = self.document.page_iter().next().unwrap_or(self.page);
        let content = self.document.get_page_content_with_limit(page, super::MAX_STREAM)?;
        let resources = self.document.get_dictionary(page)?.get(b"Resources")?.clone();
        target.max_id = self.document.max_id;
        let is_frame = |object: &Object| {
            let kind =
                object.as_dict().and_then(|dictionary| dictionary.get(b"Type")).and_then(Object::as_name);
            kind.is_ok_and(|kind| matches!(kind, b"Catalog" | b"Pages" | b"Page"))
        };
        let drawn = self.document.objects.into_iter().filter(|(_, object)| !is_frame(object));
        target.objects.extend(drawn);
        let (width, height) = self.size;
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), Object::Real(narrow(width)), Object::Real(narrow(height))],
            "Resources" => resources,
        };
        let mut form = Stream::new(form, content);
        form.compress()?;
        Ok(target.add_object(form))
    }
}

/// PDF numbers are single floats.
#[expect(clippy::cast_possible_truncation, reason = "a stamp's size has no need of more digits")]
fn narrow(length: f64) -> f32 {
    length as f32
}
