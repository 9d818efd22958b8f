//! What a window is looked at with: a screen of some width, light or dark, less motion, the reader's own colours.

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::Window;

/// Below this width a screen is a phone's.
const PHONE: u32 = 768;

impl Window {
    /// Gives a window of [`any_size`](super::Device::any_size) a screen that is so wide.
    pub async fn screen(&self, width: u32) {
        let phone = width < PHONE;
        let (height, scale) = if phone { (844, 2) } else { (900, 1) };
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Gives it a screen of just this size, so many dots to a point.
    pub async fn frames(&self, width: u32, height: u32, dots: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": dots, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// A picture of what is in view, as PNG.
    pub async fn view(&self) -> Vec<u8> {
        let picture = self.devtools("Page.captureScreenshot", json!({ "format": "png" })).await;
        bytes(&picture)
    }

    /// The page as it would be printed, as PDF.
    pub async fn pdf(&self) -> Vec<u8> {
        let how = json!({ "printBackground": true, "preferCSSPageSize": true });
        bytes(&self.devtools("Page.printToPDF", how).await)
    }

    /// What the reader asked the device for, such as `prefers-color-scheme` and `dark`; nothing else is asked for.
    pub async fn prefers(&self, wishes: &[(&str, &str)]) {
        let features: Vec<Value> =
            wishes.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Chooses the language of the site at this address.
    pub async fn reads(&self, language: &str, site: &str) {
        let cookie = json!({ "name": "lang", "value": language, "url": site });
        self.devtools("Network.setCookie", cookie).await;
    }

    /// Forgets who was signed in.
    pub async fn forgets(&self) {
        self.devtools("Network.clearBrowserCookies", json!({})).await;
    }

    /// Comes as somebody who was never here: nothing is kept from the pages before.
    pub async fn comes_anew(&self) {
        self.devtools("Network.clearBrowserCache", json!({})).await;
        let origin = self.run("return location.origin").await;
        if origin.as_str().is_some_and(|origin| origin.starts_with("http")) {
            let kept = json!({ "origin": origin, "storageTypes": "service_workers,cache_storage,indexeddb" });
            self.devtools("Storage.clearDataForOrigin", kept).await;
        }
    }
}

/// What a command of the browser's brought, which hands bytes over as text.
fn bytes(answer: &Value) -> Vec<u8> {
    BASE64.decode(answer["data"].as_str().expect("bytes as text").as_bytes()).expect("base64")
}
