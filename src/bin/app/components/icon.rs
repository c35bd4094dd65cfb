//! The page's icons, drawn on a grid of 24 by 24. They are decoration: every one stands beside its
//! word or in a control with a name.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A root certificate.
    Authority,
    /// A server.
    Server,
    /// A person or device.
    Client,
    /// Something went well.
    Success,
    /// Something to know.
    Info,
    /// Something to mind.
    Warning,
    /// Something is wrong.
    Danger,
    /// Save a file.
    Download,
    /// Copy a text.
    Copy,
    /// Light theme.
    Sun,
    /// Dark theme.
    Moon,
    /// As the system.
    Screen,
    /// Open the navigation.
    Menu,
    /// A password shown.
    Eye,
    /// A password hidden.
    EyeOff,
    /// A private key.
    Lock,
    /// Something that is open for now.
    Unlocked,
    /// Opens a list.
    Chevron,
    /// Further up.
    Up,
    /// Joined with another.
    Link,
    /// A file.
    File,
    /// A key.
    Key,
    /// An account with a public authority.
    Account,
    /// Take it away.
    Remove,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Authority => {
                "M12 3l7 3v5c0 4.6-2.9 8-7 10-4.1-2-7-5.4-7-10V6zM9 11.8l2.2 2.2L15.2 10"
            }
            Self::Server => {
                "M4 4h16v6.5H4zM4 13.5h16V20H4zM7.5 7.2h.01M7.5 16.7h.01M11 7.2h5.5M11 16.7h5.5"
            }
            Self::Client => {
                "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5c.6-3.9 3.5-6 7.5-6s6.9 2.1 7.5 6"
            }
            Self::Success => "M12 3a9 9 0 100 18 9 9 0 000-18zM8 12.3l2.8 2.8L16 9.5",
            Self::Info => "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.5h.01",
            Self::Warning => "M12 3.5L22 20.5H2zM12 10v4.5M12 17.5h.01",
            Self::Danger => "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v6M12 16.5h.01",
            Self::Download => "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Sun => {
                "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z",
            Self::Screen => "M3 5h18v11.5H3zM8.5 20.5h7M12 16.5v4",
            Self::Menu => "M4 6.5h16M4 12h16M4 17.5h16",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 100 6 3 3 0 000-6z"
            }
            Self::EyeOff => {
                "M4 4l16 16M9.9 5.8A9 9 0 0112 5.5C18 5.5 21.5 12 21.5 12a17 17 0 01-2.6 3.3M6.3 7.5C3.9 9.2 2.5 12 2.5 12S6 18.5 12 18.5a9 9 0 004.6-1.3M9.9 9.9a3 3 0 004.2 4.2"
            }
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3M12 14.5v2",
            Self::Unlocked => "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 016.8-1.2M12 14.5v2",
            Self::Chevron => "M6 9.5l6 6 6-6",
            Self::Up => "M6 14.5l6-6 6 6",
            Self::Link => {
                "M10 14a4 4 0 006 .4l3-3a4 4 0 00-5.6-5.6l-1.2 1.2M14 10a4 4 0 00-6-.4l-3 3a4 4 0 005.6 5.6l1.2-1.2"
            }
            Self::File => "M6 3h8l4.5 4.5V21H6zM14 3v5h4.5",
            Self::Key => {
                "M14.5 3.5a6 6 0 100 12 6 6 0 000-12zM10.2 13.8L3 21M6 18l2.5 2.5M16 8h.01"
            }
            Self::Account => {
                "M3 5h18v14H3zM8.5 12a2 2 0 100-4 2 2 0 000 4zM5.5 16c.4-1.7 1.4-2.5 3-2.5s2.6.8 3 2.5M14.5 9.5h3.5M14.5 13.5h3.5"
            }
            Self::Remove => "M6 6l12 12M18 6L6 18",
        }
    }
}

/// Properties of [`Symbol`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Which one.
    pub icon: Icon,
}

/// Draws an icon in the colour and size of the text around it.
#[component]
pub fn Symbol(props: &Props) -> Html {
    html! {
        <svg class="cw-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={props.icon.path()} /></svg>
    }
}
