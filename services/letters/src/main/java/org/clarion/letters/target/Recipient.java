package org.clarion.letters.target;

import org.clarion.letters.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a target at a moment.
 *
 * @param key {@code member:172} or {@code entry:<uuid>}: the person, not the seat
 * @param salutation what follows "Dear"
 * @param role such as {@code MP for Holborn and St Pancras}; of an entry what staff wrote, else nothing
 * @param country ISO 3166
 */
public record Recipient(
        String key,
        String name,
        String salutation,
        String role,
        @Nullable String organisation,
        @Nullable String party,
        String country,
        Contact contact) {}
