//! What the page shows, and what was being filled in when something else was looked at.

use certwright::pki::Attribute;
use std::rc::Rc;
use yew::Reducible;

/// What is to be made by the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A certificate of this authority.
    Certificate {
        /// The authority.
        issuer: u32,
    },
    /// A root.
    Root,
    /// An authority below this one.
    Below {
        /// The one above.
        issuer: u32,
    },
    /// A certificate in the place of an entry's, or of an authority's own.
    Renewal {
        /// The entry's, or the authority's, number.
        of: u32,
    },
    /// A certificate of this authority for another's key.
    Cross {
        /// Who signs.
        issuer: u32,
    },
}

/// A part of what there is about an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Certificates,
    Issue,
    Lists,
    Batch,
    Files,
    Settings,
    History,
}

/// A part of the page that is about all authorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    Certificates,
    Templates,
    Import,
    History,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What comes first: how to begin, or the first authority.
    First,
    /// An authority.
    Authority(u32, Tab),
    /// Something about all of them.
    Wide(Wide),
    /// The form, for something that belongs to no authority yet, or takes another's place.
    Form,
}

/// The page's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What is shown.
    pub shown: Shown,
    /// What the form is for; it stays while something else is shown.
    pub start: Option<Start>,
    /// What a root is to be called, as it was typed before the form was opened.
    pub name: Option<Attribute>,
    /// How often the form was opened.
    pub opened: u32,
}

/// What the user wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Go {
    To(Shown),
    /// The form, for this.
    Form(Start),
    /// The form, for a root; its name, if it is known already.
    Root(Option<Attribute>),
    /// These authorities are all that there are.
    Known(Vec<u32>),
}

impl Default for View {
    fn default() -> Self {
        Self {
            shown: Shown::First,
            start: None,
            name: None,
            opened: 0,
        }
    }
}

impl Reducible for View {
    type Action = Go;

    fn reduce(self: Rc<Self>, go: Go) -> Rc<Self> {
        let mut view = (*self).clone();
        match go {
            Go::To(Shown::Authority(id, Tab::Issue)) => {
                view.open(Start::Certificate { issuer: id })
            }
            Go::To(shown) => view.shown = shown,
            Go::Form(start) => view.open(start),
            Go::Root(name) => {
                view.open(Start::Root);
                view.name = name;
            }
            Go::Known(known) => {
                if let Shown::Authority(id, _) = view.shown
                    && !known.contains(&id)
                {
                    view.shown = Shown::First;
                }
            }
        }
        view.into()
    }
}

impl View {
    fn open(&mut self, start: Start) {
        self.shown = match start {
            Start::Certificate { issuer } => Shown::Authority(issuer, Tab::Issue),
            _ => Shown::Form,
        };
        self.start = Some(start);
        self.name = None;
        self.opened += 1;
    }

    /// Whether the form is what is shown.
    pub fn is_form(&self) -> bool {
        matches!(self.shown, Shown::Form | Shown::Authority(_, Tab::Issue))
    }
}
