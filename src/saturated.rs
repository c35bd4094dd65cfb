//! Numbers of things, as records and messages carry them.

/// In 32 bits. There are never so many that this is not the number itself.
pub fn saturated(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
