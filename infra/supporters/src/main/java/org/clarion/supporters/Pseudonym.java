package org.clarion.supporters;

/**
 * A supporter without a name.
 *
 * @param value HMAC-SHA-256 of the canonical address, base64url without padding (43 characters)
 * @param key id of the key that it was made with
 */
public record Pseudonym(String value, String key) {}
