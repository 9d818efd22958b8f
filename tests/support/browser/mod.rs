//! A real browser, used as a person uses it: headless Chromium, driven through chromedriver.
//!
//! ```ignore
//! let Some(browser) = Browser::start().await else { return };
//! let officer = browser.open(Device::desktop()).await;
//! officer.goto(&address).await;
//! officer.click("ลงรับ").await;
//! officer.wait_for("ลงรับแล้ว").await;
//! ```

mod device;
mod driver;
mod keyboard;
pub mod programs;
mod screen;
mod window;

pub use device::Device;
pub use keyboard::key;
pub use window::Window;

use driver::Driver;
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use programs::Programs;
use tempfile::TempDir;

/// One chromedriver and the windows it opened. Dropped, it ends both.
pub struct Browser {
    // Fields are dropped in this order: the windows close before their profiles are taken away.
    driver: Driver,
    profiles: TempDir,
    programs: Programs,
}

impl Browser {
    /// Starts one, or says aloud that the test is skipped because this machine has none. Where a browser is required
    /// (in CI and under `tests/run`) its absence fails the test.
    pub async fn start() -> Option<Self> {
        let programs = programs::or_skip(Programs::find(), programs::required())?;
        let profiles = tempfile::tempdir().expect("a folder for the profiles");
        let driver = Driver::start(&programs.chromedriver, profiles.path()).await;
        Some(Self { driver, profiles, programs })
    }

    /// Opens a window on that device, signed in nowhere: nothing is shared between two windows.
    ///
    /// # Panics
    /// When Chromium does not start.
    pub async fn open(&self, device: Device) -> Window {
        let profile =
            tempfile::Builder::new().tempdir_in(self.profiles.path()).expect("a profile folder").keep();
        let capabilities = device.capabilities(&self.programs.chromium, &profile);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.driver.address())
            .await
            .unwrap_or_else(|error| panic!("Chromium did not start: {error}"));
        Window::new(client)
    }
}
