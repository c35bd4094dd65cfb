//! Building blocks of the page, each with its properties.

pub mod account_badge;
pub mod button;
pub mod card;
pub mod command;
pub mod copy_button;
pub mod drop_zone;
pub mod field;
pub mod icon;
pub mod language_menu;
pub mod name_chip;
pub mod navigation;
pub mod notice;
pub mod password_input;
pub mod remove;
pub mod save_private;
pub mod saving;
pub mod select;
pub mod shell;
pub mod source_file;
pub mod text_area;
pub mod text_input;
pub mod theme_switch;
pub mod trouble;
pub mod unlock;
pub mod working;
