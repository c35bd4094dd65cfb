//! What every story needs.

use std::cell::RefCell;
use std::rc::Rc;

use certwright::authority::Plan;
use certwright::engine::{Request, Response};
use certwright::pki::{Algorithm, AltName, Attribute, AttributeType};
use certwright::web::kernel::Choice;
use certwright::web::link::{Address, Event, Link};
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
    pub fn open(engine: Address, searcher: Option<Address>) -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let link = Link::open(engine, searcher, move |event| {
            heard.borrow_mut().push(event);
        });
        Self { link, events }
    }

    /// A line to the engine in `dist/`, with the searchers that the page would choose.
    pub async fn to_engine() -> Self {
        Self::with_searchers(Choice::best()).await
    }

    /// The same, with these searchers or none.
    pub async fn with_searchers(kernel: Option<Choice>) -> Self {
        let searcher = match kernel {
            Some(kernel) => Some(files(&format!("searcher-{}", kernel.name())).await),
            None => None,
        };
        Self::open(files("engine").await, searcher)
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

/// Where the two files of a program are in `dist/`.
pub async fn files(program: &str) -> Address {
    let page = text("/dist/index.html").await;
    Address {
        script: address(&page, &format!("{program}-script")),
        module: address(&page, &format!("{program}-module")),
    }
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

/// The address in the `link` with this id or the `meta` of this name.
fn address(page: &str, id: &str) -> String {
    let named = [format!("id=\"{id}\""), format!("name=\"{id}\"")];
    let tag = page
        .split('<')
        .find(|tag| named.iter().any(|name| tag.contains(name)))
        .expect("a link or a name");
    let address = ["href=\"", "content=\""]
        .iter()
        .find_map(|attribute| tag.split(attribute).nth(1))
        .and_then(|rest| rest.split('"').next());
    let address = address.expect("an address");
    format!("/dist/{}", address.trim_start_matches("./"))
}
