//! Files that pages are built with.

use reqwest::Method;
use reqwest::header::{HeaderMap, HeaderValue, IF_NONE_MATCH};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_file_named_by_a_page_is_kept_for_good_and_asked_for_cheaply() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let page = visitor.opens("/help").await;
    let address = page
        .body
        .split_once("href=\"/static/base.css")
        .expect("a stylesheet")
        .1
        .split('"')
        .next()
        .expect("its end");
    let marked = visitor.opens(format!("/static/base.css{address}")).await;
    assert_eq!(marked.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(marked.header("content-type"), "text/css; charset=utf-8");
    let bare = visitor.opens("/static/base.css").await;
    assert_eq!(bare.header("cache-control"), "public, max-age=600");
    let tag = HeaderValue::from_str(bare.header("etag")).expect("a tag");
    let again = visitor
        .sends(Method::GET, "/static/base.css", HeaderMap::from_iter([(IF_NONE_MATCH, tag)]), "")
        .await;
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    assert_eq!(
        visitor.opens("/static/fonts/Sarabun-Regular.woff2").await.header("content-type"),
        "font/woff2"
    );
    assert_eq!(visitor.opens("/static/..%2Fthings").await.status, 404);
}
