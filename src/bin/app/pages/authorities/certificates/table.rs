//! The table itself; on a narrow page each row is a card.

use super::row::CertificateRow;
use super::view::{Action, View};
use crate::components::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use certwright::authority::{Row, Sort};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Table`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown.
    pub view: Rc<View>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What the rows' authorities are called, where there are several.
    pub issuers: Option<Vec<(u32, String)>>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The columns, in the order in which they stand, with their names.
const COLUMNS: [(Sort, &str); 5] = [
    (Sort::Name, "certs-name"),
    (Sort::State, "certs-state"),
    (Sort::NotAfter, "certs-ends"),
    (Sort::Serial, "serial"),
    (Sort::Profile, "certs-profile"),
];

/// A table. Its roles are said once more, for a browser may forget them where rows are shown as cards.
#[component]
pub fn Table(props: &Props) -> Html {
    let texts = use_texts();
    let Props {
        view,
        rows,
        issuers,
        act,
    } = props;
    let is_all = !rows.is_empty() && rows.iter().all(|row| view.ticked.contains_key(&row.id));
    let ontick = {
        let (act, rows) = (act.clone(), rows.clone());
        Callback::from(move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            act.emit(Action::TickAll(rows.clone(), is_on));
        })
    };
    let row = |row: &Row| {
        let issuer = issuers.as_ref().map(|issuers| {
            let issuer = issuers.iter().find(|(id, _)| *id == row.issuer);
            AttrValue::from(issuer.map_or_else(String::new, |(_, label)| label.clone()))
        });
        let is_ticked = view.ticked.contains_key(&row.id);
        html! { <CertificateRow key={row.id} row={row.clone()} {is_ticked} {issuer} act={act.clone()} /> }
    };
    html! {
        <table class="cw-certs" role="table" aria-label={texts.get("certs-table")}>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="cw-certs-tick">
                        <label class="cw-tick">
                            <input type="checkbox" checked={is_all} onchange={ontick} />
                            <span class="pf-v6-screen-reader">{ texts.get("certs-tick-all") }</span>
                        </label>
                    </th>
                    { for COLUMNS.iter().map(|(sort, name)| html! { <Head sort={*sort} name={*name} view={view.clone()} act={act.clone()} /> }) }
                    if issuers.is_some() {
                        <th role="columnheader" scope="col">{ texts.get("certs-issuer") }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HeadProps {
    sort: Sort,
    name: &'static str,
    view: Rc<View>,
    act: Callback<Action>,
}

/// A column's head: a button that orders by it, and the other way round when pressed again.
#[component]
fn Head(props: &HeadProps) -> Html {
    let texts = use_texts();
    let sort = props.sort;
    let order = (props.view.sort == sort).then_some(props.view.is_descending);
    let (spoken, icon) = match order {
        None => ("none", None),
        Some(false) => ("ascending", Some(Icon::Up)),
        Some(true) => ("descending", Some(Icon::Chevron)),
    };
    html! {
        <th role="columnheader" scope="col" aria-sort={spoken}>
            <button type="button" class="cw-sort" onclick={props.act.reform(move |_: MouseEvent| Action::Sort(sort))}>
                { texts.get(props.name) }
                if let Some(icon) = icon {
                    <Symbol {icon} />
                }
            </button>
        </th>
    }
}
