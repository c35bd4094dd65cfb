//! What other tabs have written.

use rand_core::CryptoRng;

use super::{Desk, Effect, Office, Response, Retry, Safe, UnderWay, safe::taken_back, storage};
use crate::{
    pki::Time,
    vault::{Contents, StorageFault},
};

impl Office {
    /// Has what is new read, and then perhaps a deed done once more.
    pub(super) fn catch_up(&mut self, after: Option<Retry>) -> Vec<Effect> {
        // In memory there is nothing that another tab could change, but one may have made a vault.
        self.under_way = Some(UnderWay::CatchingUp { after });
        let since = self.revision;
        vec![Effect::Read { since }]
    }

    /// What is new was read.
    pub(super) fn caught_up(
        &mut self,
        after: Option<Retry>,
        contents: Result<Contents, StorageFault>,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        match contents {
            Ok(contents) => {
                if self.take_in(contents) {
                    effects.push(Effect::Respond(Response::OfficeChanged(self.vault())));
                }
                if matches!(self.safe, Safe::Unknown) {
                    self.under_way = Some(UnderWay::Reading { job: None });
                    effects.push(Effect::Read { since: 0 });
                    effects.extend(taken_back(desk));
                }
                if let Some(Retry {
                    job,
                    deed,
                    attempts,
                }) = after
                {
                    effects.extend(self.attempt(job, deed, attempts, desk, now, rng));
                }
            }
            Err(fault) => {
                if let Some(Retry { job, deed, .. }) = after {
                    effects.extend(self.failed(job, &deed, storage(fault), now));
                }
            }
        }
        effects
    }
}
