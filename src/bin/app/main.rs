//! The page.

mod app;
mod components;
mod forms;
mod hooks;
mod pages;
mod preferences;
mod programs;
mod route;
mod seal;
mod texts;
mod wording;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
