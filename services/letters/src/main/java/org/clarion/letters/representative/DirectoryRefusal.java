package org.clarion.letters.representative;

import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;

/** What the directory does not let happen. */
class DirectoryRefusal extends RuntimeException implements MessageSourceResolvable {

    enum Reason {
        UNKNOWN,
        /** The source has far fewer members than hold seats now. */
        FAR_FEWER_MEMBERS,
        MANY_SEATS_CHANGE_HANDS,
        MANY_ADDRESSES_GONE,
        /** Of some seats the directory was told already what came later. */
        OLDER_THAN_KNOWN,
        /** Another import is under way. */
        BUSY,
        /** What is to be so in the future. */
        NOT_YET;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    DirectoryRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"directory.refused." + reason.slug()};
    }
}
