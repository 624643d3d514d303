package org.clarion.petitions.signature;

/**
 * The text that was signed.
 *
 * @param version of the petition's text
 * @param hash of its words
 */
record SignedText(int version, String hash) {}
