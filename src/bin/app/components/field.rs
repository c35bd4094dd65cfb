//! A labelled control with its help and its problem.
//!
//! The label points at the control, the control at help and problem, and the problem is spoken when
//! it appears.

use super::icon::{Icon, Symbol};
use yew::prelude::*;

/// Properties of [`Field`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The control's id.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// A word after the label: that it must be filled in, or need not.
    #[prop_or_default]
    pub remark: Option<AttrValue>,
    /// What it becomes in the certificate.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// What is wrong with it.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// The control, whose `aria-describedby` is [`described_by`].
    pub children: Html,
}

/// The value of the control's `aria-describedby`.
pub fn described_by(id: &str) -> String {
    format!("{id}-help {id}-problem")
}

/// A labelled control.
#[component]
pub fn Field(props: &Props) -> Html {
    html! {
        <div class="pf-v6-c-form__group">
            <div class="pf-v6-c-form__group-label cw-label">
                <label class="pf-v6-c-form__label" for={&props.id}><span class="pf-v6-c-form__label-text">{ &props.label }</span></label>
                if let Some(remark) = &props.remark {
                    <span class="cw-remark">{ remark }</span>
                }
            </div>
            <div class="pf-v6-c-form__group-control">
                { props.children.clone() }
                <FieldProblem id={&props.id} problem={props.problem.clone()} />
                if let Some(help) = &props.help {
                    <div class="pf-v6-c-helper-text"><div class="pf-v6-c-helper-text__item" id={format!("{}-help", props.id)}>
                        <span class="pf-v6-c-helper-text__item-text">{ help }</span>
                    </div></div>
                }
            </div>
        </div>
    }
}

/// Properties of [`FieldProblem`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProblemProps {
    /// The control's id.
    pub id: AttrValue,
    /// What is wrong with it.
    pub problem: Option<AttrValue>,
}

/// What is wrong with a control. Its place is always there, so that a screen reader hears what
/// appears in it.
#[component]
pub fn FieldProblem(props: &ProblemProps) -> Html {
    html! {
        <div class="pf-v6-c-helper-text cw-problem" id={format!("{}-problem", props.id)} aria-live="polite">
            if let Some(problem) = &props.problem {
                <div class="pf-v6-c-helper-text__item pf-m-error">
                    <span class="pf-v6-c-helper-text__item-icon"><Symbol icon={Icon::Danger} /></span>
                    <span class="pf-v6-c-helper-text__item-text">{ problem }</span>
                </div>
            }
        </div>
    }
}
