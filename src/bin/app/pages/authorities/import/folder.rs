//! The files of a folder, with their names in it.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File};

/// A file, and its name with the folders before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its name, such as `pki/private/ca.key`.
    pub path: String,
    /// It.
    pub file: File,
}

/// Files that were chosen: those of a folder say where in it they are.
pub fn chosen(files: Vec<File>) -> Vec<Named> {
    files.into_iter().map(named).collect()
}

/// What was dropped. It has to be asked for at once: the event's data is gone after it.
pub fn entries(data: &DataTransfer) -> Vec<JsValue> {
    let items = Reflect::get(data, &"items".into()).unwrap_or_default();
    let count = Reflect::get(&items, &"length".into()).ok();
    let count = count.and_then(|it| it.as_f64()).unwrap_or_default() as u32;
    let entry = |index: u32| {
        let item = Reflect::get_u32(&items, index).ok()?;
        let entry = Reflect::get(&item, &"webkitGetAsEntry".into()).ok()?;
        let entry: Function = entry.dyn_into().ok()?;
        let entry = entry.call0(&item).ok()?;
        entry.is_object().then_some(entry)
    };
    (0..count).filter_map(entry).collect()
}

/// The files in what was dropped, folders and all; one that cannot be had is left out, and more than `most` are not
/// looked for.
pub async fn dropped(entries: Vec<JsValue>, most: usize) -> Vec<Named> {
    let mut waiting = entries;
    let mut files = Vec::new();
    while let Some(entry) = waiting.pop() {
        if files.len() > most {
            break;
        }
        let is_folder = Reflect::get(&entry, &"isDirectory".into());
        if is_folder.is_ok_and(|it| it.is_truthy()) {
            waiting.extend(children(&entry).await);
            continue;
        }
        let file = call(&entry, "file").await;
        let Some(file) = file.and_then(|file| file.dyn_into::<File>().ok()) else {
            continue;
        };
        let path = Reflect::get(&entry, &"fullPath".into()).ok();
        let path = path.and_then(|it| it.as_string()).unwrap_or_default();
        let path = path.trim_start_matches('/').to_owned();
        files.push(match path.is_empty() {
            true => named(file),
            false => Named { path, file },
        });
    }
    files
}

/// What is in a folder: browsers tell a hundred at a time.
async fn children(folder: &JsValue) -> Vec<JsValue> {
    let mut all = Vec::new();
    let create = Reflect::get(folder, &"createReader".into());
    let create = create.ok().and_then(|it| it.dyn_into::<Function>().ok());
    let Some(reader) = create.and_then(|create| create.call0(folder).ok()) else {
        return all;
    };
    while let Some(some) = call(&reader, "readEntries").await {
        let some = Array::from(&some);
        if some.length() == 0 {
            break;
        }
        all.extend(some.iter());
    }
    all
}

/// Calls a method that calls back with what it finds, or that it finds nothing.
async fn call(object: &JsValue, method: &str) -> Option<JsValue> {
    let function = Reflect::get(object, &method.into()).ok()?;
    let function: Function = function.dyn_into().ok()?;
    let found = Promise::new(&mut |found, failed| {
        function.call2(object, &found, &failed).ok();
    });
    JsFuture::from(found).await.ok()
}

fn named(file: File) -> Named {
    let path = Reflect::get(&file, &"webkitRelativePath".into()).ok();
    let path = path.and_then(|it| it.as_string()).unwrap_or_default();
    let path = if path.is_empty() { file.name() } else { path };
    Named { path, file }
}
