//! Revoking, holding and releasing: what is allowed, what is refused, and what is written down.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error, IssuingFault,
    authority::{Act, Register, Revocation, Revoked, RowState, State},
    pki::{Algorithm, Time, chain::Reason},
};
use registered::*;
use support::{NOW, now, rng};

const DAY: u64 = 86_400;

fn small() -> Register {
    register(Algorithm::P256, &[90, 90, 90], now(), &mut rng(1))
}

fn refused(register: &Register, ids: &[u32], revocation: &Revocation, time: Time) -> Error {
    register.revoke(ids, revocation, time).unwrap_err()
}

#[test]
fn several_are_revoked_in_one_change() {
    let mut register = small();
    // The same twice is meant once.
    let ids = [FIRST, FIRST + 1, FIRST];
    let change = register
        .revoke(&ids, &for_reason(Reason::Superseded), now())
        .unwrap();
    // Two entries, the authority, two lines of history.
    assert_eq!(change.records.len(), 5);
    register.apply(change);
    let revoked = Revoked {
        at: now(),
        reason: Reason::Superseded,
        invalid_since: None,
    };
    assert_eq!(register.entries()[&FIRST].state, State::Revoked(revoked));
    assert_eq!(register.counts(AUTHORITY, now()), [1, 0, 0, 2]);
    assert!(register.authorities()[&AUTHORITY].lists.is_due);
    let acts: Vec<_> = register.events().values().map(|event| &event.act).collect();
    let [
        Act::Revoked {
            entry,
            reason,
            serial,
            ..
        },
        Act::Revoked { .. },
    ] = acts.as_slice()
    else {
        panic!("{acts:?}");
    };
    assert_eq!((*entry, *reason), (FIRST, Reason::Superseded));
    assert_eq!(*serial, register.entries()[&FIRST].serial);
    let about = register.events().values().next().unwrap().authority.clone();
    assert_eq!(about, Some((AUTHORITY, "Issuing".to_owned())));

    // One that cannot be, and nothing happens to the other.
    let ids = [FIRST + 2, FIRST];
    let serial = register.entries()[&FIRST].serial.clone();
    let error = refused(&register, &ids, &for_reason(Reason::Superseded), now());
    assert_eq!(error, Error::from(IssuingFault::Revoked { serial }));
    let error = refused(
        &register,
        &[FIRST + 2, 99],
        &for_reason(Reason::Superseded),
        now(),
    );
    assert_eq!(error, Error::from(IssuingFault::Gone { id: 99 }));
}

#[test]
fn only_what_is_held_comes_back() {
    let mut register = small();
    let hold = for_reason(Reason::CertificateHold);
    let serial = register.entries()[&FIRST].serial.clone();
    let not_held = Error::from(IssuingFault::NotHeld {
        serial: serial.clone(),
    });
    assert_eq!(register.release(&[FIRST], now()).unwrap_err(), not_held);
    register.apply(register.revoke(&[FIRST], &hold, now()).unwrap());
    assert_eq!(register.row(FIRST, now()).unwrap().state, RowState::Held);
    let again = Error::from(IssuingFault::Revoked { serial });
    assert_eq!(refused(&register, &[FIRST], &hold, now()), again);
    change_ca(&mut register, AUTHORITY, |ca| ca.lists.is_due = false);
    register.apply(register.release(&[FIRST], now()).unwrap());
    assert_eq!(
        register.entries()[&FIRST].state,
        State::Released { at: now() }
    );
    assert_eq!(register.row(FIRST, now()).unwrap().state, RowState::Good);
    assert!(register.authorities()[&AUTHORITY].lists.is_due);
    let last = register.events().values().last().unwrap();
    assert!(matches!(last.act, Act::Released { entry: FIRST, .. }));
    assert_eq!(register.release(&[FIRST], now()).unwrap_err(), not_held);

    // Held again, then revoked for good.
    register.apply(register.revoke(&[FIRST], &hold, now()).unwrap());
    let bad = for_reason(Reason::KeyCompromise);
    register.apply(register.revoke(&[FIRST], &bad, now()).unwrap());
    assert_eq!(register.row(FIRST, now()).unwrap().state, RowState::Revoked);
    assert_eq!(register.release(&[FIRST], now()).unwrap_err(), not_held);
    assert_eq!(refused(&register, &[FIRST], &bad, now()), again);
    assert_eq!(refused(&register, &[FIRST], &hold, now()), again);
}

#[test]
fn an_authoritys_reasons_are_for_authorities() {
    let register = small();
    let fault = Error::from(IssuingFault::Reason);
    for reason in [Reason::CaCompromise, Reason::AaCompromise] {
        assert_eq!(
            refused(&register, &[FIRST], &for_reason(reason), now()),
            fault
        );
        register
            .revoke(&[ABOVE], &for_reason(reason), now())
            .unwrap();
        // By its certificate, where it is not among the authorities here.
        let mut other = register.clone();
        change_entry(&mut other, ABOVE, |entry| entry.authority = None);
        other.revoke(&[ABOVE], &for_reason(reason), now()).unwrap();
    }
    for id in [FIRST, ABOVE] {
        let remove = for_reason(Reason::RemoveFromCrl);
        assert_eq!(refused(&register, &[id], &remove, now()), fault);
    }
}

#[test]
fn dates_are_within_the_certificates_life() {
    let register = small();
    let fault = Error::from(IssuingFault::Date);
    let time = Time::from_unix(NOW + 10 * DAY);
    let on = |at: u64, since: Option<u64>| Revocation {
        reason: Reason::KeyCompromise,
        at: Some(Time::from_unix(at)),
        invalid_since: since.map(Time::from_unix),
    };
    let begin = NOW - 3_600;
    for good in [
        on(begin, None),
        on(time.unix(), None),
        on(NOW, Some(NOW)),
        on(NOW, Some(0)),
    ] {
        register.revoke(&[FIRST], &good, time).unwrap();
    }
    for bad in [
        on(begin - 1, None),
        on(time.unix() + 1, None),
        on(NOW, Some(NOW + 1)),
    ] {
        assert_eq!(refused(&register, &[FIRST], &bad, time), fault, "{bad:?}");
    }
    // By a clock that went back it is revoked all the same, from its first second on.
    let early = Time::from_unix(NOW - 365 * DAY);
    let mut register = register;
    let change = register
        .revoke(&[FIRST], &for_reason(Reason::KeyCompromise), early)
        .unwrap();
    register.apply(change);
    let at = register.entries()[&FIRST].state.revoked().unwrap().at;
    assert_eq!(at, Time::from_unix(begin));
}
