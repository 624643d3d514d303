package org.clarion.letters.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clarion.letters.target.Recipient;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.supporters.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * The only place that says which address a letter goes to. Unless delivery is {@code live}, whatever the directory and the
 * lists hold, that is one of a domain that reaches nobody.
 */
@Component
class Outlet {

    private static final String NOBODY = "mp.example.org";
    private static final List<String> RESERVED = List.of("example.org", "test"); // RFC 2606

    private final boolean live;
    private final List<String> domains;

    Outlet(OutletSettings settings) {
        this.live = settings.isLive();
        this.domains = settings.domains().stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
        if (live && domains.isEmpty()) {
            throw new MissingSetting("clarion.letters.domains");
        }
    }

    boolean isLive() {
        return live;
    }

    /** Empty where no letter can go to somebody: without a usable address, and where its domain is not one of those allowed. */
    Optional<String> to(Recipient recipient) {
        var contact = recipient.contact();
        var address = EmailAddress.parse(contact.canBeMailed() ? contact.address() : null);
        if (!live) {
            return address.map(real -> local(recipient.key()) + "@" + NOBODY);
        }
        return address.filter(real -> isIn(real.domain(), domains)).map(EmailAddress::deliverable);
    }

    /**
     * To the one who wrote it, while an action is tried out.
     *
     * @param letter what tells the writer apart where the address is not used
     */
    Optional<String> toWriter(String email, String letter) {
        return EmailAddress.parse(email)
                .map(own -> live || isIn(own.domain(), RESERVED)
                        ? own.deliverable()
                        : local("writer:" + letter) + "@" + NOBODY);
    }

    private static String local(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static boolean isIn(String domain, List<String> allowed) {
        return allowed.stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each));
    }
}
