package org.clarion.actions.supporter;

import com.carrotsearch.hppc.LongHashSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.form.Fingerprint;
import org.clarion.pageshell.Deed;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.EmailAddress;

/**
 * Looks up and erases supporters of this service, takes their no to updates, and hands out who said yes. What staff do is noted
 * before it is done.
 */
class SupporterDesk {

    private final SupporterRecords records;
    private final SupporterNames names;
    private final Inquiries inquiries;
    private final Clock clock;

    SupporterDesk(SupporterRecords records, SupporterNames names, Inquiries inquiries, Clock clock) {
        this.records = records;
        this.names = names;
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

    /** Notes a no to updates; it holds for all kinds of action, and for every key under which they may stand here. */
    List<SupporterRecord> stopUpdates(EmailAddress address, Staff staff) {
        noted(Inquiry.STOPPED_UPDATES, address, staff);
        var no = UpdatesConsent.change(false, clock.instant());
        names.of(address).forEach(each -> records.stopUpdates(each, no));
        return records.of(address, staff);
    }

    private List<SupporterRecord> noted(Inquiry what, EmailAddress address, Staff staff) {
        var found = records.of(address, staff);
        if (!found.isEmpty()) {
            inquiries.note(new Deed<>(clock.instant(), staff.email(), what, (long) found.size()));
        }
        return found;
    }

    /** Those who take updates, each mailbox once, as it stands with the newest of what they did. To be closed. */
    Stream<Subscriber> export(Staff staff) {
        inquiries.note(new Deed<>(clock.instant(), staff.email(), Inquiry.EXPORTED));
        var seen = new LongHashSet();
        return records.subscribers().filter(each -> seen.add(mailbox(each)));
    }

    /** 64 bits of it: a million fit into 16 MB, and two of those are alike once in some ten million files. */
    private static long mailbox(Subscriber subscriber) {
        var address = EmailAddress.parse(subscriber.email())
                .map(EmailAddress::canonical)
                .orElse(subscriber.email());
        return Fingerprint.of(address.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    List<Deed<Inquiry>> inquiries() {
        return inquiries.latest();
    }
}
