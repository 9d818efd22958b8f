//! Drawing within this program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::{Drawn, LARGEST_SIDE, NotAPdf};

/// An opened PDF.
pub struct Here(Pdf);

impl Here {
    pub fn open(bytes: Vec<u8>) -> Result<Self, NotAPdf> {
        // The parser is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
        let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes).ok()));
        opened.ok().flatten().map(Self).ok_or(NotAPdf)
    }

    pub fn count(&self) -> usize {
        catch_unwind(AssertUnwindSafe(|| self.0.pages().len())).unwrap_or(0)
    }

    pub fn draw(&self, index: usize, dpi: f32) -> Option<Drawn> {
        let drawn = catch_unwind(AssertUnwindSafe(|| {
            let page = self.0.pages().get(index)?;
            let (width, height) = page.render_dimensions();
            let scale = (dpi / 72.0).min(f32::from(LARGEST_SIDE) / width.max(height).max(1.0));
            let settings = RenderSettings {
                x_scale: scale,
                y_scale: scale,
                bg_color: WHITE,
                ..RenderSettings::default()
            };
            let pixels = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
            Some(Drawn {
                width: u32::from(pixels.width()),
                height: u32::from(pixels.height()),
                rgba: pixels.data_as_u8_slice().to_vec(),
            })
        }));
        drawn.ok().flatten().filter(|drawn| drawn.width > 0 && drawn.height > 0)
    }
}
