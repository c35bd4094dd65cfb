//! What the lint says of a plan, before anything is made.

use super::{Plan, Role};
use crate::{
    Error,
    pki::{
        Application, Time, Validity,
        lint::{self, Finding, Scope},
        profile::{Client, Profile, Root, Server},
    },
};

impl Plan {
    /// Which rules its three certificates would break, by the rules of a private authority, and whose they
    /// would be. What the authority itself decides (serial numbers, key identifiers) is not looked at.
    ///
    /// # Errors
    /// Those of [`Plan::check`].
    pub fn findings(&self, now: Time) -> Result<Vec<(Role, Finding)>, Error> {
        self.check(now)?;
        let (long, short) = (
            self.authority_validity(now)?,
            self.certificate_validity(now)?,
        );
        let root = Root::new(self.authority_subject());
        let server = Server::new(self.server_subject()?, self.server_names.clone())?;
        let client = Client::new(self.client_subject(), self.client_email.clone());
        let found = [
            (Role::Authority, self.of_profile(&root, long)),
            (Role::Server, self.of_profile(&server, short)),
            (Role::Client, self.of_profile(&client, short)),
        ];
        let found = found.into_iter();
        Ok(found
            .flat_map(|(role, found)| found.into_iter().map(move |it| (role, it)))
            .collect())
    }

    fn of_profile(&self, profile: &impl Profile, validity: Validity) -> Vec<Finding> {
        let application = Application {
            subject: profile.subject().clone(),
            extensions: profile.extensions(self.algorithm),
            ..Application::default()
        };
        let signature = Some(self.algorithm.signature());
        lint::application(
            &application,
            self.algorithm,
            signature,
            Some(validity),
            None,
            Scope::Private,
        )
    }
}
