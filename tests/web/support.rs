//! What every story needs.

use std::cell::RefCell;
use std::rc::Rc;

use certwright::authority::Plan;
use certwright::engine::{Request, Response};
use certwright::pki::{Algorithm, AltName, Attribute, AttributeType};
use certwright::web::link::{Event, Link};
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How long the slowest step may take, in milliseconds.
const PATIENCE: u32 = 120_000;
const STEP: u32 = 10;

/// A line to the built engine, and all that came over it.
pub struct Line {
    pub link: Link,
    events: Rc<RefCell<Vec<Event>>>,
}

impl Line {
    pub fn open(script: &str, module: &str) -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let link = Link::open(script.into(), module.into(), move |event| {
            heard.borrow_mut().push(event);
        });
        Self { link, events }
    }

    /// A line to the engine in `dist/`.
    pub async fn to_engine() -> Self {
        let (script, module) = engine_files().await;
        Self::open(&script, &module)
    }

    /// Waits for the first event that `pick` takes, and drops those before it.
    pub async fn until<T>(&self, what: &str, pick: impl Fn(&Event) -> Option<T>) -> T {
        for _ in 0..PATIENCE / STEP {
            if let Some(found) = self.take(&pick) {
                return found;
            }
            sleep(STEP).await;
        }
        panic!("no {what}, but {:?}", self.events.borrow());
    }

    fn take<T>(&self, pick: impl Fn(&Event) -> Option<T>) -> Option<T> {
        let mut events = self.events.borrow_mut();
        let mut picked = events.iter().enumerate();
        let (index, found) = picked.find_map(|(index, event)| Some((index, pick(event)?)))?;
        events.drain(..=index);
        Some(found)
    }

    pub async fn ready(&self) {
        self.until("Ready", |event| {
            matches!(event, Event::Responded(Response::Ready)).then_some(())
        })
        .await;
    }

    pub fn create(&self, job: u32, algorithm: Algorithm) {
        self.link.send(&Request::CreateSet {
            job,
            plan: plan(algorithm),
            password: None,
        });
    }
}

pub fn plan(algorithm: Algorithm) -> Plan {
    let name = |text| Attribute::new(AttributeType::CommonName, text).unwrap();
    Plan {
        authority_name: name("Browser CA"),
        organization: None,
        country: None,
        server_names: vec![AltName::server("localhost").unwrap()],
        client_name: name("Browser client"),
        client_email: None,
        algorithm,
        authority_years: 10,
        certificate_days: 397,
    }
}

pub async fn sleep(milliseconds: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        Timeout::new(milliseconds, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    JsFuture::from(promise).await.unwrap();
}

/// The addresses of the engine's script and module in `dist/`.
pub async fn engine_files() -> (String, String) {
    let page = text("/dist/index.html").await;
    (
        address(&page, "engine-script"),
        address(&page, "engine-module"),
    )
}

/// The bytes at an address, `blob:` too.
pub async fn bytes(url: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(url))
        .await
        .ok()?;
    let response: web_sys::Response = response.into();
    let buffer = JsFuture::from(response.ok().then(|| response.array_buffer().ok())??)
        .await
        .ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

async fn text(url: &str) -> String {
    String::from_utf8(bytes(url).await.expect("make build comes first")).unwrap()
}

/// The address in the `link` with this id.
fn address(page: &str, id: &str) -> String {
    let tag = page
        .split('<')
        .find(|tag| tag.contains(&format!("id=\"{id}\"")))
        .expect("a link");
    let href = tag
        .split("href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("an href");
    format!("/dist/{}", href.trim_start_matches("./"))
}
