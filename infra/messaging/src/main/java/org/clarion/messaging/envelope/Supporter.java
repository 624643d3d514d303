package org.clarion.messaging.envelope;

/**
 * A supporter on the wire: a pseudonym, never a name or an address.
 *
 * @param pseudonym HMAC of the canonical address under the platform's key, base64url
 * @param key id of the key that was used
 */
public record Supporter(String pseudonym, String key) {}
