//! The table: a file or a text, and what its columns are.

use super::form::{Action, Form, Table};
use crate::components::button::{Button, Look};
use crate::components::drop_zone::DropZone;
use crate::components::filtered::filtered;
use crate::components::icon::Icon;
use crate::hooks::{EngineContext, focus_soon, use_texts};
use crate::wording;
use certwright::engine::Ask;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`TableInput`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub form: Rc<Form>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// A place for the table; once there is one, what it is called.
#[component]
pub fn TableInput(props: &Props) -> Html {
    let texts = use_texts();
    let give = props.act.reform(|table: Table| {
        focus_soon(GIVEN.into());
        Action::Table(Some(table))
    });
    let onfiles = filtered(&give, |files: Vec<File>| {
        files.into_iter().next().map(Table::File)
    });
    let ontext = filtered(&give, |text: String| {
        let has_words = !text.trim().is_empty();
        has_words.then(|| Table::Text(Rc::new(Zeroizing::new(text))))
    });
    let another = props.act.reform(|_: MouseEvent| {
        focus_soon("batch-table-paste".into());
        Action::Table(None)
    });
    let given = props.form.table.as_ref().map(|table| match table {
        Table::File(file) => texts.with(
            "batch-table-file",
            &[("file", wording::shortened(&file.name()).into())],
        ),
        Table::Text(text) => texts.with(
            "batch-table-text",
            &[("count", text.lines().count().into())],
        ),
    });
    html! {
        <>
            if let Some(given) = given {
                <div class="cw-setting" id={GIVEN} tabindex="-1">
                    <p>{ given }</p>
                    <Button label={texts.get("batch-table-another")} look={Look::Link} onclick={another} />
                </div>
            } else {
                <DropZone id="batch-table" label={texts.get("batch-table")} help={texts.get("batch-table-help")} {onfiles} {ontext} />
            }
            <Columns />
        </>
    }
}

/// What a table can have, with an example to begin with.
#[component]
fn Columns() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(engine) = &engine {
            let ask = Ask::SaveText {
                name: "certificates.csv".into(),
                text: EXAMPLE.into(),
            };
            engine.ask(ask, Callback::noop());
        }
    });
    let column = |(names, id): &(&str, &'static str)| {
        html! { <div><dt class="cw-code">{ *names }</dt><dd>{ texts.get(id) }</dd></div> }
    };
    html! {
        <details class="cw-more">
            <summary>{ texts.get("batch-columns") }</summary>
            <div class="cw-more-body">
                <p class="cw-note">{ texts.get("batch-columns-note") }</p>
                <dl class="cw-table">{ for COLUMNS.iter().map(column) }</dl>
                <h3 class="cw-group-label" id="batch-example">{ texts.get("batch-example") }</h3>
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-labelledby="batch-example">{ EXAMPLE }</pre>
                <div class="cw-actions"><Button label={texts.get("batch-example-save")} icon={Icon::Download} onclick={save} /></div>
            </div>
        </details>
    }
}

/// What a table can have, as its headings say it.
const COLUMNS: [(&str, &str); 8] = [
    ("name, cn", "batch-column-name"),
    ("names, san", "batch-column-names"),
    ("subject", "batch-column-subject"),
    ("email, o, ou, c, st, l", "batch-column-parts"),
    ("days", "batch-column-days"),
    ("key", "batch-column-key"),
    ("password", "batch-column-password"),
    ("file", "batch-column-file"),
];

/// It is good for servers as it is.
const EXAMPLE: &str = "\
name,names,o,days,key,file
www.example.com,www.example.com example.com,Example Ltd,90,,www
mail.example.com,mail.example.com 192.0.2.25,Example Ltd,,RSA 2048,mail
db.example.com,,Example Ltd,,,
";

const GIVEN: &str = "batch-table-given";
