package org.clarion.letters.representative;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;

/** What the directory does not let happen. */
class DirectoryRefusal extends Refusal {

    enum Reason implements WireNamed {
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
        NOT_YET
    }

    private final Reason reason;

    DirectoryRefusal(Reason reason) {
        super("members", reason, reason == Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
