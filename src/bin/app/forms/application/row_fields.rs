//! One attribute of the subject.

use super::form::{Action, Form};
use super::place::Place;
use super::rows::{Edit, Row, RowKind};
use crate::components::button::{Button, Look};
use crate::components::field::FieldProblem;
use crate::components::icon::Icon;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::{focus_soon, use_texts};
use crate::texts::Texts;
use certwright::pki::AttributeType;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`RowFields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// The attribute.
    pub row: Row,
    /// Its place, from 0.
    pub index: usize,
    /// Whether none follows.
    pub is_last: bool,
    /// What is wrong with its type.
    pub kind_problem: Option<AttrValue>,
    /// What is wrong with its value.
    pub problem: Option<AttrValue>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// Its type, its value, and what can be done with it.
#[component]
pub fn RowFields(props: &Props) -> Html {
    let texts = use_texts();
    let Row {
        id, kind, joined, ..
    } = props.row.clone();
    let number = props.index + 1;
    let kinds: Vec<AttributeType> = AttributeType::known().collect();
    let mut choices: Vec<AttrValue> = kinds
        .iter()
        .map(|kind| name(&texts, *kind).into())
        .collect();
    choices.push(texts.get("attribute-another").into());
    let chosen = match &kind {
        RowKind::Known(known) => kinds.iter().position(|kind| kind == known),
        RowKind::Another(_) => None,
    };
    let edit = |make: fn(&str) -> Edit| {
        props
            .act
            .reform(move |text: String| Action::Row(id, make(&text)))
    };
    let onkind = props.act.reform(move |index: usize| {
        let known = AttributeType::known().nth(index).map(RowKind::Known);
        let kind = known.unwrap_or_else(|| RowKind::Another(String::new()));
        Action::Row(id, Edit::Kind(kind))
    });
    let kind_id = props.form.id_of_kind(id);
    let another_id = props.form.id_of(Place::RowKind(id));
    let value_id = props.form.id_of(Place::Row(id));
    let value_label = match &kind {
        RowKind::Known(kind) => name(&texts, *kind),
        RowKind::Another(_) => texts.with("attribute-value", &[("number", number.into())]),
    };
    html! {
        <li class={classes!("cw-row", joined.then_some("cw-row-joined"))}>
            <div class="cw-row-kind">
                <label class="pf-v6-screen-reader" for={kind_id.clone()}>{ texts.with("attribute-kind", &[("number", number.into())]) }</label>
                <Select id={kind_id} {choices} chosen={chosen.unwrap_or(kinds.len())} onchange={onkind} />
                if let RowKind::Another(typed) = &kind {
                    <label class="pf-v6-screen-reader" for={another_id.clone()}>{ texts.with("attribute-type", &[("number", number.into())]) }</label>
                    <TextInput
                        id={another_id.clone()}
                        monospace=true
                        placeholder={AttrValue::from(texts.get("attribute-type-example"))}
                        value={typed.clone()}
                        invalid={props.kind_problem.is_some()}
                        oninput={edit(|text| Edit::Kind(RowKind::Another(text.to_owned())))}
                        onblur={props.act.reform(move |()| Action::Leave(Place::RowKind(id)))}
                    />
                }
                <FieldProblem id={another_id} problem={props.kind_problem.clone()} />
            </div>
            <div class="cw-row-value">
                <label class="pf-v6-screen-reader" for={value_id.clone()}>{ value_label }</label>
                <TextInput
                    id={value_id.clone()}
                    placeholder={example(&texts, &kind)}
                    value={props.row.value.clone()}
                    invalid={props.problem.is_some()}
                    oninput={edit(|text| Edit::Value(text.to_owned()))}
                    onblur={props.act.reform(move |()| Action::Leave(Place::Row(id)))}
                />
                <FieldProblem id={value_id} problem={props.problem.clone()} />
            </div>
            <RowActions index={props.index} is_last={props.is_last} {joined} act={on_edit(&props.form, &props.act, id)} />
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ActionsProps {
    index: usize,
    is_last: bool,
    joined: bool,
    act: Callback<Edit>,
}

/// Join, move, remove.
#[component]
fn RowActions(props: &ActionsProps) -> Html {
    let texts = use_texts();
    let label = |id| texts.with(id, &[("number", (props.index + 1).into())]);
    let act = |edit: Edit| props.act.reform(move |_: MouseEvent| edit.clone());
    let joined = props.joined;
    html! {
        <div class="cw-row-actions">
            if props.index > 0 {
                <Button label={label("row-join")} icon={Icon::Link} icon_only=true look={Look::Plain} pressed={joined} onclick={act(Edit::Join(!joined))} />
                <Button label={label("row-up")} icon={Icon::Up} icon_only=true look={Look::Plain} onclick={act(Edit::Up)} />
            }
            if !props.is_last {
                <Button label={label("row-down")} icon={Icon::Chevron} icon_only=true look={Look::Plain} onclick={act(Edit::Down)} />
            }
            <Button label={label("row-remove")} icon={Icon::Remove} icon_only=true look={Look::Plain} onclick={act(Edit::Remove)} />
        </div>
    }
}

/// The focus follows a row that moves, and stays in the list when one goes.
fn on_edit(form: &Form, act: &Callback<Action>, id: u32) -> Callback<Edit> {
    let act = act.clone();
    let (value, rows) = (form.id_of(Place::Row(id)), form.id("subject-rows"));
    Callback::from(move |edit: Edit| {
        let goes_to = match edit {
            Edit::Up | Edit::Down => Some(value.clone()),
            Edit::Remove => Some(rows.clone()),
            _ => None,
        };
        act.emit(Action::Row(id, edit));
        if let Some(place) = goes_to {
            focus_soon(place);
        }
    })
}

/// An attribute's name, with OpenSSL's short one.
pub fn name(texts: &Texts, kind: AttributeType) -> String {
    let word = match kind {
        AttributeType::Country => texts.get("attribute-country"),
        AttributeType::State => texts.get("attribute-state"),
        AttributeType::Locality => texts.get("attribute-locality"),
        AttributeType::Organization => texts.get("attribute-organization"),
        AttributeType::OrganizationalUnit => texts.get("attribute-unit"),
        AttributeType::CommonName => texts.get("attribute-common-name"),
        AttributeType::Email => texts.get("attribute-email"),
        AttributeType::GivenName => texts.get("attribute-given-name"),
        AttributeType::Surname => texts.get("attribute-surname"),
        AttributeType::DomainComponent => texts.get("attribute-domain"),
        AttributeType::UserId => texts.get("attribute-user"),
        other => return other.short_name().into_owned(),
    };
    format!("{word} ({})", kind.short_name())
}

fn example(texts: &Texts, kind: &RowKind) -> Option<AttrValue> {
    let id = match kind {
        RowKind::Known(AttributeType::CommonName) => "example-common-name",
        RowKind::Known(AttributeType::Country) => "example-country",
        _ => return None,
    };
    Some(texts.get(id).into())
}
