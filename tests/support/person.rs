//! Somebody with a browser: opens pages, fills in their forms, and looks at what comes back.

use std::fmt::Display;
use std::sync::LazyLock;

use regex::Regex;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Method};

/// The markup that holds words together, whose text is copied without it: the words, then what stands around them.
static HELD: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    ["w", "words"].map(|class| {
        Regex::new(&format!("<span class=\"{class}\">([^<]*)</span>")).expect("a regular expression")
    })
});

/// What stands between the parts of a form with files.
const EDGE: &str = "edge-of-a-part";

/// A browser of its own: cookies are kept, redirects are looked at and not followed.
#[derive(Clone)]
pub struct Person {
    client: Client,
    base: String,
    /// The e-mail address to sign in with.
    pub email: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body, without the markup that holds words together.
    pub body: String,
}

impl Person {
    /// A browser without cookies.
    pub fn new(base: &str, email: &str) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().expect("a client");
        Self { client, base: base.to_owned(), email: email.to_owned() }
    }

    /// Opens a page.
    pub async fn opens(&self, page: impl Display) -> Answer {
        self.sends(Method::GET, page, HeaderMap::new(), "").await
    }

    /// Sends a form as it is, without opening its page first.
    pub async fn posts(&self, to: impl Display, fields: &[(&str, &str)]) -> Answer {
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        let headers = HeaderMap::from_iter([(reqwest::header::CONTENT_TYPE, form)]);
        self.sends(Method::POST, to, headers, &encoded(fields)).await
    }

    /// Opens a page, takes the token of its form, and sends the form with these fields.
    pub async fn fills(&self, page: impl Display, to: impl Display, fields: &[(&str, &str)]) -> Answer {
        let opened = self.opens(page).await;
        let token = opened.csrf().unwrap_or_else(|| panic!("no form on the page: {opened:?}")).to_owned();
        self.posts(to, &[&[("csrf_token", token.as_str())], fields].concat()).await
    }

    /// Opens a page, takes the token of its form, and sends the form with these fields and files: name of the field,
    /// name of the file, its type, its content.
    pub async fn hands_in(
        &self,
        page: impl Display,
        to: impl Display,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &str, &str)],
    ) -> Answer {
        let files: Vec<_> =
            files.iter().map(|(name, file, kind, text)| (*name, *file, *kind, text.as_bytes())).collect();
        self.uploads(page, to, fields, &files).await
    }

    /// As [`Person::hands_in`], with files of any bytes.
    pub async fn uploads(
        &self,
        page: impl Display,
        to: impl Display,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &str, &[u8])],
    ) -> Answer {
        let opened = self.opens(page).await;
        let token = opened.csrf().unwrap_or_else(|| panic!("no form on the page: {opened:?}"));
        let mut body = Vec::new();
        let mut part = |head: String, content: &[u8]| {
            body.extend_from_slice(
                format!("--{EDGE}\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes(),
            );
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        };
        for (name, value) in [&[("csrf_token", token)], fields].concat() {
            part(format!("name=\"{name}\""), value.as_bytes());
        }
        for (name, file, kind, content) in files {
            part(format!("name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: {kind}"), content);
        }
        body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
        let form = HeaderValue::from_str(&format!("multipart/form-data; boundary={EDGE}")).expect("a type");
        let headers = HeaderMap::from_iter([(reqwest::header::CONTENT_TYPE, form)]);
        self.sends_bytes(Method::POST, to, headers, body).await
    }

    /// Downloads a file, which is there.
    pub fn takes(&self, file: impl Display) -> impl Future<Output = Vec<u8>> {
        let request = self.client.get(format!("{}{file}", self.base));
        async move {
            let response = request.send().await.expect("an answer").error_for_status().expect("a file");
            response.bytes().await.expect("its content").to_vec()
        }
    }

    /// Signs in at the door.
    pub async fn signs_in(&self, password: &str) -> Answer {
        self.fills("/sign-in", "/sign-in", &[("email", &self.email), ("password", password)]).await
    }

    /// Any request.
    pub async fn sends(&self, method: Method, to: impl Display, headers: HeaderMap, body: &str) -> Answer {
        self.sends_bytes(method, to, headers, body.into()).await
    }

    async fn sends_bytes(
        &self,
        method: Method,
        to: impl Display,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Answer {
        let request = self.client.request(method, format!("{}{to}", self.base)).headers(headers);
        let response = request.body(body).send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let markup = response.text().await.expect("a body");
        let copied = HELD.iter().fold(markup, |text, held| held.replace_all(&text, "$1").into_owned());
        Answer { status, headers, body: copied }
    }
}

impl Answer {
    /// A header's text; empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        let name: HeaderName = name.parse().expect("a header's name");
        self.headers.get(name).map_or("", |value| value.to_str().unwrap_or("?"))
    }

    /// The token of the page's form: the officer's own where there is one in the bar.
    pub fn csrf(&self) -> Option<&str> {
        self.body.split_once("name=\"csrf_token\" value=\"")?.1.split('"').next()
    }

    /// Expects a redirect to this address after a deed, or from one page to another.
    #[track_caller]
    pub fn leads_to(&self, address: impl Display) -> &Self {
        assert_eq!(
            (self.status, self.header("location")),
            (303, address.to_string().as_str()),
            "{}",
            self.body
        );
        self
    }

    /// The value of the page's field of this name.
    pub fn value_of(&self, field: &str) -> Option<String> {
        let after = self.body.split_once(&format!("name=\"{field}\" value=\""))?.1;
        after.split('"').next().map(str::to_owned)
    }

    /// Expects that words are not on the page, which is there.
    #[track_caller]
    pub fn lacks(&self, words: &str) -> &Self {
        assert_eq!(self.status, 200, "{}", self.body);
        assert!(!self.body.contains(words), "the page has {words:?}: {}", self.body);
        self
    }

    /// Expects a status and words on the page.
    #[track_caller]
    pub fn says(&self, status: u16, words: &str) -> &Self {
        assert_eq!(self.status, status, "{}", self.body);
        assert!(self.body.contains(words), "the page lacks {words:?}: {}", self.body);
        self
    }
}

/// Fields as a browser sends them.
fn encoded(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn escaped(value: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(byte);
    value
        .bytes()
        .map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
