//! What the form asks the engine for: what it begins with, and what becomes of a request or a former certificate.

use super::super::view::Start;
use super::draft::{Act, Asked, Draft, Former};
use crate::hooks::{EngineContext, HeardOfOffice, use_tickets};
use certwright::Error;
use certwright::engine::office::{OfficeAnswer, OfficeAsk, Subject};
use yew::prelude::*;

/// What is asked for, if anything is.
#[derive(Clone, Debug, PartialEq)]
enum Question {
    Nothing,
    Form(Option<u32>, String, certwright::pki::Algorithm),
    Request(u32, u32, String),
    Former(u32),
}

impl Question {
    fn of(draft: &Draft) -> Self {
        let former = draft.former.as_ref().map(|former| former.of);
        match (draft.start, draft.subject, draft.issuer) {
            (Start::Renewal { of }, ..) if former != Some(of) => Self::Former(of),
            (Start::Cross { .. }, Subject::Authority(of), _) if former != Some(of) => {
                Self::Former(of)
            }
            (_, Subject::Request(item), Some(issuer)) => {
                let asked = draft.asked.as_ref();
                let is_known = asked.is_some_and(|it| {
                    (it.item, it.issuer, &it.profile) == (item, issuer, &draft.profile)
                });
                match is_known {
                    true => Self::Nothing,
                    false => Self::Request(issuer, item, draft.profile.clone()),
                }
            }
            _ if draft.awaits_profile() => {
                Self::Form(draft.issuer, draft.profile.clone(), draft.algorithm)
            }
            _ => Self::Nothing,
        }
    }

    fn ask(&self) -> Option<OfficeAsk> {
        Some(match self.clone() {
            Self::Nothing => return None,
            Self::Form(issuer, profile, algorithm) => OfficeAsk::Form {
                issuer,
                profile,
                algorithm,
            },
            Self::Request(issuer, item, profile) => OfficeAsk::FromRequest {
                issuer,
                item,
                profile,
            },
            Self::Former(of) => OfficeAsk::Renewal { of },
        })
    }

    /// What the answer does to the draft.
    fn act(self, answer: OfficeAnswer, is_authority: bool) -> Option<Act> {
        Some(match (self, answer) {
            (
                Self::Form(issuer, profile, _),
                OfficeAnswer::Form {
                    subject,
                    extensions,
                    validity,
                    signature,
                    ..
                },
            ) => Act::Begun {
                issuer,
                profile,
                subject,
                extensions,
                validity,
                signature,
            },
            (
                Self::Request(issuer, item, profile),
                OfficeAnswer::FromRequest {
                    issuance,
                    asked,
                    added,
                    left_out,
                },
            ) => Act::Asked(
                issuance,
                Asked {
                    item,
                    issuer,
                    profile,
                    extensions: asked.into_iter().map(|(extension, _)| extension).collect(),
                    added,
                    left_out,
                },
            ),
            (
                Self::Former(of),
                OfficeAnswer::Renewal {
                    issuance,
                    algorithm,
                    can_keep_key,
                },
            ) => Act::Former(Box::new(Former {
                of,
                issuance: *issuance,
                holder: match is_authority {
                    true => Subject::Authority(of),
                    false => Subject::Entry(of),
                },
                algorithm,
                can_keep_key,
            })),
            _ => return None,
        })
    }
}

/// Fills the draft with what the engine says; why it could not, if so.
#[hook]
pub fn use_beginning(
    engine: &EngineContext,
    draft: &UseReducerHandle<Draft>,
) -> UseStateHandle<Option<Error>> {
    let failure = use_state_eq(|| None);
    let tickets = use_tickets();
    let question = Question::of(draft);
    // An authority may put something else into what it issues since.
    let changes = engine.state.office_changes;
    {
        let (engine, failure, dispatcher) = (engine.clone(), failure.setter(), draft.dispatcher());
        use_effect_with((question, changes, draft.edition), move |(question, ..)| {
            let ticket = tickets.draw();
            let Some(ask) = question.ask() else { return };
            let question = question.clone();
            let known = engine.state.authorities.clone();
            let answer = Callback::from(move |heard: HeardOfOffice| {
                if !ticket.is_valid() {
                    return;
                }
                let is_authority = match &question {
                    Question::Former(of) => known.iter().any(|it| it.id == *of),
                    _ => false,
                };
                match heard {
                    Ok(answer) => {
                        failure.set(None);
                        if let Some(act) = question.clone().act(answer, is_authority) {
                            dispatcher.dispatch(act);
                        }
                    }
                    Err(error) => failure.set(Some(error)),
                }
            });
            engine.office(ask, answer);
        });
    }
    failure
}
