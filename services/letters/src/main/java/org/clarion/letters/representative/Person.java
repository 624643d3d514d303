package org.clarion.letters.representative;

import org.jspecify.annotations.Nullable;

/**
 * A member as a source describes them.
 *
 * @param id Parliament id
 * @param name display name, such as {@code Dr Ada Vale}
 * @param salutation what follows "Dear"
 * @param party null where the source did not say, which is no change
 */
record Person(
        long id, String name, String salutation, @Nullable String party, Listing listing) {

    /** What a source says of the address. */
    sealed interface Listing {

        record Address(String address) implements Listing {}

        /** The source says that there is none. */
        record Nothing() implements Listing {}

        /** The source did not say, which is no change. */
        record Untold() implements Listing {}
    }
}
