//! The form of a certificate that is to be issued: of a server's as of a root's, new or in another's place.

mod asking;
mod draft;
mod keeping;
mod key;
mod more;
mod preview;
mod span_fields;
mod who;

pub use draft::{Act, Asked, Draft};

use super::checks::{Oddities, REFUSAL, Refusal, Verdict, use_check};
use super::explained::AuthorityFields;
use super::from_request::FromRequest;
use super::issued::Issued;
use super::renew::Renew;
use super::templates::{Known, use_known};
use super::view::{Go, Start};
use crate::components::button::{Button, Look};
use crate::components::notice::{Notice, Tone};
use crate::components::trouble::TroubleNotice;
use crate::components::working::Working;
use crate::forms::application::{Action, NamesField, Reading, SubjectFields};
use crate::hooks::{EngineContext, Making, focus_soon, use_focus_on_work, use_texts};
use crate::wording;
use asking::use_beginning;
use certwright::engine::office::{CaFacts, Order};
use certwright::pki::Attribute;
use certwright::web;
use draft::Complaint;
use keeping::Keeping;
use key::Key;
use more::More;
use preview::Preview;
use span_fields::SpanFields;
use std::cell::RefCell;
use std::rc::Rc;
use who::Who;
use yew::prelude::*;

/// Properties of [`Issue`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it is for.
    pub start: Start,
    /// What a root is to be called, if that was said before.
    pub name: Option<Attribute>,
    /// How often it was opened: the focus goes to its heading then.
    pub opened: u32,
    /// Whether it is what the page shows.
    pub shown: bool,
    /// Called with what the user wants to see then.
    pub go: Callback<Go>,
}

/// Properties of the form's parts.
#[derive(Clone, PartialEq, Properties)]
pub struct PartProps {
    /// What they need.
    pub part: Part,
}

/// All that the form's parts need.
#[derive(Clone, PartialEq)]
pub struct Part {
    /// What is filled in.
    pub draft: Rc<Draft>,
    /// What of it is understood.
    pub reading: Rc<Reading>,
    /// Who signs; a root signs itself.
    pub issuer: Option<Rc<CaFacts>>,
    /// Called with what the user does.
    pub act: Callback<Act>,
}

/// The form, what it will come to, and what came of it.
#[component]
pub fn Issue(props: &Props) -> Html {
    let texts = use_texts();
    let start = props.start;
    let draft = use_reducer(move || Draft::new(start));
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_start(props, &draft);
    // What was made without the form is seen where it belongs.
    let result = if props.shown { "issued" } else { "authority" };
    use_focus_on_work(&engine, Making::Certificate, result.into());
    let failure = use_beginning(&engine, &draft);
    let templates = use_known();
    let reading = Rc::new(Reading::of(&draft.form));
    let issuer = issuer(&engine, &draft);
    let order = use_order(&draft, &reading, issuer.as_ref());
    let verdict = use_check(
        &engine,
        order.clone().ok().filter(|_| reading.faults.is_empty()),
    );
    let (ordered, remember) = use_ordered(&engine, (props.opened, draft.edition));
    let act = use_callback(draft.dispatcher(), |act: Act, draft| draft.dispatch(act));
    let onsubmit = {
        let (engine, draft, reading) = (engine.clone(), draft.clone(), reading.clone());
        let (order, verdict, issuer) = (order.clone(), verdict.clone(), issuer.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if engine.state.work_on(Making::Certificate).is_some() {
                return;
            }
            if let Some(id) = hindrance(&draft, &reading, &order, verdict.as_deref()) {
                draft.dispatch(Act::Form(Action::LeaveAll));
                // It may have to be unfolded first.
                return focus_soon(id);
            }
            // The clock has gone on since the form was last changed.
            if let Ok(order) = draft.order(&reading, web::now(), issuer.as_deref()) {
                remember.emit(Rc::new(order.clone()));
                engine.issue(order);
            }
        })
    };
    let undo = act.reform(|_: MouseEvent| Act::Undo);
    let clear = act.reform(|_: MouseEvent| Act::Clear);
    let part = Part {
        draft: Rc::new((*draft).clone()),
        reading,
        issuer,
        act,
    };
    html! {
        <section class="cw-issue" hidden={!props.shown}>
            <h2 class="pf-v6-c-title pf-m-xl" id="issue-heading" tabindex="-1">{ heading(&texts, &part) }</h2>
            if let Some(error) = &*failure {
                <Notice tone={Tone::Danger} title={wording::error(&texts, error)}>{ texts.get("issue-no-form") }</Notice>
            }
            <div class="cw-columns cw-request">
                <div>
                    <div class="cw-actions">
                        <Button label={texts.get("issue-clear")} look={Look::Link} onclick={clear} />
                        if draft.can_undo() {
                            <Button label={texts.get("issue-undo")} look={Look::Link} onclick={undo} />
                        }
                    </div>
                    <Fields part={part.clone()} {templates} verdict={verdict.clone()} {onsubmit} go={&props.go} complaint={order.err()} />
                </div>
                <Preview part={part.clone()}><Oddities {verdict} /></Preview>
            </div>
            <div class="cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.trouble_with(Making::Certificate) {
                    <TroubleNotice trouble={trouble.clone()} shown={props.shown} />
                }
            </div>
            if let (Some(order), Some(certified)) = (ordered, &engine.state.certified) {
                <Issued certified={certified.clone()} {order} go={&props.go} />
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FieldsProps {
    part: Part,
    templates: Known,
    verdict: Option<Rc<Verdict>>,
    complaint: Option<Complaint>,
    onsubmit: Callback<SubmitEvent>,
    go: Callback<Go>,
}

/// The form's fields, and the button that starts the work; while it runs, how far it is.
#[component]
fn Fields(props: &FieldsProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let work = engine.and_then(|engine| engine.state.work_on(Making::Certificate));
    let Part {
        draft,
        reading,
        issuer,
        act,
    } = props.part.clone();
    let (form, edit) = (draft.form.clone(), act.reform(Act::Form));
    let is_authority = form.is_authority();
    let is_cross = matches!(draft.start, Start::Cross { .. });
    let refused = props.verdict.as_ref();
    let is_refused =
        refused.is_some_and(|it| it.says.as_ref().map_or(true, |it| !it.refused.is_empty()));
    let part = || Part {
        draft: draft.clone(),
        reading: reading.clone(),
        issuer: issuer.clone(),
        act: act.clone(),
    };
    html! {
        <form class="pf-v6-c-form" novalidate=true onsubmit={&props.onsubmit}>
            <Renew part={part()} />
            <Who part={part()} templates={props.templates.clone()} go={&props.go} />
            <Key part={part()} />
            <FromRequest part={part()} />
            // Another name or other names would make another authority of it.
            if !is_cross {
                <SubjectFields form={form.clone()} reading={reading.clone()} act={edit.clone()} />
            }
            if !is_authority || !form.names_text.is_empty() {
                <NamesField form={form.clone()} reading={reading.clone()} act={edit.clone()} />
            }
            <SpanFields part={part()} complaint={props.complaint.clone()} />
            if is_authority {
                <AuthorityFields {form} reading={reading.clone()} act={edit} />
            }
            <Keeping part={part()} />
            <More part={part()} complaint={props.complaint.clone()} />
            <div class="cw-submit">
                <Refusal verdict={props.verdict.clone()} />
                if let Some(work) = work {
                    <Working {work} />
                } else {
                    <Submit label={texts.get(button(&draft))} {is_refused} />
                }
            </div>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SubmitProps {
    label: AttrValue,
    is_refused: bool,
}

/// The one button that matters. Refused, it stays where it can be found, and leads to the reason.
#[component]
fn Submit(props: &SubmitProps) -> Html {
    let class = classes!(
        "pf-v6-c-button",
        "pf-m-primary",
        props.is_refused.then_some("pf-m-aria-disabled")
    );
    html! {
        <div class="cw-actions">
            <button type="submit" {class} aria-disabled={props.is_refused.then_some("true")} aria-describedby={props.is_refused.then_some(REFUSAL)}>
                <span class="pf-v6-c-button__text">{ &props.label }</span>
            </button>
        </div>
    }
}

/// The page opens the form for something: it begins with that, and the focus goes to its heading.
#[hook]
fn use_start(props: &Props, draft: &UseReducerHandle<Draft>) {
    let dispatcher = draft.dispatcher();
    let last = use_mut_ref(|| None);
    let name = props.name.clone();
    use_effect_with((props.start, props.opened), move |(start, opened)| {
        dispatcher.dispatch(Act::Start(*start));
        if *start == Start::Root {
            dispatcher.dispatch(Act::Name(name));
        }
        // Another authority chosen in the form itself leaves the focus there.
        let is_other = last.replace(Some(*opened)) != Some(*opened);
        let is_in_form = gloo::utils::document()
            .active_element()
            .is_some_and(|it| it.id() == who::ISSUER);
        if is_other && !is_in_form {
            focus_soon("issue-heading".into());
        }
    });
}

/// What is to be asked of the engine; anew whenever the form says something else, and not with every second.
#[hook]
fn use_order(
    draft: &UseReducerHandle<Draft>,
    reading: &Rc<Reading>,
    issuer: Option<&Rc<CaFacts>>,
) -> Result<Rc<Order>, Complaint> {
    let about = ((**draft).clone(), reading.clone(), issuer.cloned());
    let order = use_memo(about, |(draft, reading, issuer)| {
        draft
            .order(reading, web::now(), issuer.as_deref())
            .map(Rc::new)
    });
    (*order).clone()
}

/// What the last certificate was made from, and a way to remember it.
#[hook]
fn use_ordered(
    engine: &EngineContext,
    begun: (u32, u32),
) -> (Option<Rc<Order>>, Callback<Rc<Order>>) {
    let asked = use_mut_ref(|| None::<Rc<Order>>);
    let ordered = use_state_eq(|| None::<Rc<Order>>);
    {
        // Under a form that begins anew it would look as if it had come of that.
        let ordered = ordered.setter();
        use_effect_with(begun, move |_| ordered.set(None));
    }
    let set = ordered.setter();
    let waiting: Rc<RefCell<Option<Rc<Order>>>> = asked.clone();
    use_effect_with(engine.state.certified.clone(), move |certified| {
        // What another form issued is not this one's.
        set.set(certified.as_ref().and_then(|_| waiting.take()));
    });
    let remember = Callback::from(move |order| {
        asked.replace(Some(order));
    });
    ((*ordered).clone(), remember)
}

fn issuer(engine: &EngineContext, draft: &Draft) -> Option<Rc<CaFacts>> {
    let wanted = draft.issuer?;
    let all = engine.state.authorities.iter();
    all.clone().find(|it| it.id == wanted).cloned().map(Rc::new)
}

/// The id of what has to be mended first.
fn hindrance(
    draft: &Draft,
    reading: &Reading,
    order: &Result<Rc<Order>, Complaint>,
    verdict: Option<&Verdict>,
) -> Option<String> {
    if let Some(fault) = reading.faults.first() {
        return Some(draft.form.id_of(fault.place));
    }
    match order {
        Err(complaint) => Some(complaint.spot.id().to_owned()),
        Ok(order) => {
            let is_refused = verdict.is_some_and(|verdict| verdict.refuses(order));
            is_refused.then(|| REFUSAL.to_owned())
        }
    }
}

fn heading(texts: &crate::texts::Texts, part: &Part) -> String {
    let issuer = part.issuer.as_ref().map(|it| wording::shortened(&it.label));
    let issuer = issuer.unwrap_or_default();
    match part.draft.start {
        Start::Certificate { .. } => texts.with("issue-heading", &[("issuer", issuer.into())]),
        Start::Root => texts.get("issue-heading-root"),
        Start::Below { .. } => texts.with("issue-heading-below", &[("issuer", issuer.into())]),
        Start::Renewal { .. } => texts.get("issue-heading-renewal"),
        Start::Cross { .. } => texts.with("issue-heading-cross", &[("issuer", issuer.into())]),
    }
}

fn button(draft: &Draft) -> &'static str {
    match draft.start {
        Start::Root => "issue-create-root",
        Start::Below { .. } => "issue-create-below",
        Start::Renewal { .. } => "issue-renew",
        Start::Cross { .. } => "issue-cross",
        Start::Certificate { .. } => "issue-issue",
    }
}
