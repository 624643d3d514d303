package org.clarion.letters.representative;

import java.util.Map;

/** Where the directory learns who sits in the Commons. Either reads the whole register or fails. */
interface MemberSource {

    /** How the directory's history names it: {@code file:NAME} or {@code members-api}. */
    String name();

    /**
     * Everything that the source says, checked.
     *
     * @param known the seats as the directory has them, by code
     * @throws org.clarion.letters.sheet.BrokenSheet where a file cannot be used
     * @throws SourceTrouble where a service cannot be asked
     */
    Register read(Map<String, Seat> known);
}
