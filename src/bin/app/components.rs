//! Building blocks of the page, each with its properties.

pub mod button;
pub mod copy_button;
pub mod field;
pub mod icon;
pub mod language_menu;
pub mod navigation;
pub mod notice;
pub mod shell;
pub mod text_input;
pub mod theme_switch;
