//! The form of a certificate that is to be issued.
