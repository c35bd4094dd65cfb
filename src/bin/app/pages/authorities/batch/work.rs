//! How far a table is, and what it came to.

use super::check::bad_rows;
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::trouble::TroubleNotice;
use crate::hooks::{EngineContext, Making, Trouble, use_texts};
use crate::pages::authorities::certificates::use_doing;
use crate::wording;
use certwright::engine::office::{BatchReport, OfficeAsk};
use std::rc::Rc;
use yew::prelude::*;

/// How far it is, and Cancel. PatternFly's bar would set its width as an inline style, which the page's policy
/// forbids.
#[component]
pub fn Issuing() -> Html {
    let texts = use_texts();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let progress = engine.state.batch;
    let cancel = Callback::from(move |_: MouseEvent| engine.cancel());
    let says = match progress {
        None => texts.get("progress-starting"),
        Some((done, of)) => texts.with(
            "batch-progress",
            &[("done", done.into()), ("of", of.into())],
        ),
    };
    let (done, of) = progress.unwrap_or((0, 1));
    html! {
        <div class="cw-working" id="working" tabindex="-1">
            <div class="cw-working__words"><p role="status">{ says }</p></div>
            // Not where the button was that began the work: a double click would end it.
            <button type="button" class="pf-v6-c-button pf-m-secondary" id="cancel" onclick={cancel}>
                <span class="pf-v6-c-button__text">{ texts.get("cancel") }</span>
            </button>
            <progress max={of.max(1).to_string()} value={done.to_string()} aria-label={texts.get("progress")} />
            <p class="cw-note cw-working__search">{ texts.get("batch-cancel-note") }</p>
        </div>
    }
}

/// What the last table came to, and what went wrong.
#[component]
pub fn Outcome() -> Html {
    let texts = use_texts();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    if engine.state.work_on(Making::Batch).is_some() {
        return Html::default();
    }
    let trouble = engine.state.trouble_with(Making::Batch);
    html! {
        <div aria-live="polite">
            { match trouble {
                // What had been issued by then is not undone by it.
                Some(Trouble::Cancelled) => html! {
                    <div id="trouble" tabindex="-1">
                        <Notice tone={Tone::Info} title={texts.get("batch-cancelled")}>{ texts.get("batch-cancelled-advice") }</Notice>
                    </div>
                },
                Some(trouble) => html! { <TroubleNotice trouble={trouble.clone()} /> },
                None => html! {
                    if let Some(report) = &engine.state.batch_report {
                        <Report report={report.clone()} />
                    }
                },
            } }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReportProps {
    report: Rc<BatchReport>,
}

/// What the last table came to.
#[component]
fn Report(props: &ReportProps) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let report = &props.report;
    let save = {
        let doing = doing.clone();
        Callback::from(move |_: MouseEvent| doing.ask(OfficeAsk::SaveArchive))
    };
    let count = [("count", report.issued.into())];
    let is_whole = !report.is_cancelled && report.error.is_none();
    let (tone, title) = match (report.issued, report.is_cancelled, &report.error) {
        (0, true, _) => (Tone::Info, texts.get("batch-cancelled-none")),
        (0, false, _) => (Tone::Danger, texts.get("batch-none")),
        (_, _, Some(_)) => (Tone::Danger, texts.with("batch-stopped-after", &count)),
        (_, true, None) => (Tone::Warning, texts.with("batch-cancelled-after", &count)),
        (_, false, None) => (Tone::Success, texts.with("batch-done", &count)),
    };
    html! {
        <section class="cw-stack" id={REPORT} tabindex="-1" aria-labelledby="batch-report-title">
            <h3 class="cw-group-label" id="batch-report-title">{ texts.get("batch-report") }</h3>
            <Notice {tone} {title}>
                if let Some(error) = &report.error {
                    <p>{ wording::error(&texts, error) }</p>
                }
                if report.issued > 0 {
                    { texts.get("batch-zip") }
                }
                if !is_whole && report.issued > 0 {
                    { texts.get("sentence-separator") }{ texts.get("batch-cancelled-again") }
                }
            </Notice>
            if report.issued > 0 {
                <div class="cw-actions"><Button label={texts.get("batch-save-again")} icon={Icon::Download} onclick={save} /></div>
                { doing.notice(&texts, texts.get("batch-saved-again")) }
            }
            { bad_rows(&texts, &report.bad, report.more_bad) }
        </section>
    }
}

/// Where the focus goes when all is done.
pub const REPORT: &str = "batch-report";
