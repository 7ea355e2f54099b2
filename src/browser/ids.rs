//! Randomness, from the browser's own source.

/// 128 random bits.
#[must_use]
pub fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = crypto {
        // Fails only for requests over 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// 64 random bits, for a draw.
#[must_use]
pub fn seed() -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = random();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// A random number, 0 ..= 1, for spreading work over time.
#[must_use]
pub fn jitter() -> f64 {
    js_sys::Math::random()
}
