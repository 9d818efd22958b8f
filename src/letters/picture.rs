//! A drawing as pixels, with the letters of Sarabun shaped as Thai needs it.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

/// The drawing could not become pixels.
#[derive(Debug, thiserror::Error)]
#[error("not drawn: {0}")]
pub struct NotDrawn(String);

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("../../assets/fonts/Sarabun-Regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/Sarabun-SemiBold.ttf").to_vec());
    Arc::new(fonts)
});

/// Draws an SVG on white, as large as fits into so many pixels.
///
/// # Errors
/// When it is no SVG or has no size.
pub fn png(svg: &str, width: f32, height: f32) -> Result<Vec<u8>, NotDrawn> {
    let told = |error: &dyn std::fmt::Display| NotDrawn(error.to_string());
    let options = Options { fontdb: FONTS.clone(), font_family: "Sarabun".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| told(&error))?;
    let scale = (width / tree.size().width()).min(height / tree.size().height());
    let size = tree.size().to_int_size().scale_by(scale).ok_or_else(|| told(&"it has no size"))?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(|| told(&"it has no size"))?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| told(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many pixels are not white.
    fn ink(svg: &str) -> usize {
        let png = png(svg, 200.0, 200.0).expect("a picture");
        let pixels = image::load_from_memory(&png).expect("a PNG").to_luma8();
        assert_eq!((pixels.width(), pixels.height()), (200, 100));
        pixels.pixels().filter(|pixel| pixel.0[0] < 128).count()
    }

    #[test]
    fn thai_is_drawn_with_its_marks_and_in_two_weights() {
        let svg = |weight: &str, words: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"><text x=\"5\" y=\"35\" \
                 font-family=\"Sarabun\" font-size=\"20\" font-weight=\"{weight}\">{words}</text></svg>"
            )
        };
        let (bare, marked) = (ink(&svg("400", "กน")), ink(&svg("400", "กี่น้ำ")));
        assert!(bare > 0 && marked > bare, "{bare} {marked}");
        assert!(ink(&svg("600", "กน")) > bare);
    }

    #[test]
    fn what_is_no_svg_is_refused() {
        assert!(png("<p>", 10.0, 10.0).is_err());
    }
}
