package org.clarion.actions.supporter;

import java.time.Clock;
import java.util.List;
import org.clarion.pageshell.Deed;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.EmailAddress;

/** Looks up and erases supporters of this service. What staff do is noted before it is done. */
class SupporterDesk {

    private final SupporterRecords records;
    private final Inquiries inquiries;
    private final Clock clock;

    SupporterDesk(SupporterRecords records, Inquiries inquiries, Clock clock) {
        this.records = records;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    List<SupporterRecord> lookUp(EmailAddress address, Staff staff) {
        return noted(Inquiry.LOOKED_UP, address, staff);
    }

    /** @return what is there after all, because it came in meanwhile */
    List<SupporterRecord> erase(EmailAddress address, Staff staff) {
        noted(Inquiry.ERASED, address, staff).forEach(each -> records.erase(each.id()));
        return records.of(address, staff);
    }

    private List<SupporterRecord> noted(Inquiry what, EmailAddress address, Staff staff) {
        var found = records.of(address, staff);
        if (!found.isEmpty()) {
            inquiries.note(new Deed<>(clock.instant(), staff.email(), what, (long) found.size()));
        }
        return found;
    }

    List<Deed<Inquiry>> inquiries() {
        return inquiries.latest();
    }
}
