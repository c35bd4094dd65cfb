//! A value under its name, to be copied.

use crate::components::copy_button::CopyButton;
use yew::prelude::*;

/// Properties of [`Line`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it is.
    pub name: AttrValue,
    /// The value.
    pub value: AttrValue,
}

/// A term and its description, for a list of them.
#[component]
pub fn Line(props: &Props) -> Html {
    html! {
        <div>
            <dt>{ &props.name }</dt>
            <dd><span class="cw-code">{ &props.value }</span><CopyButton name={&props.name} text={&props.value} /></dd>
        </div>
    }
}
