package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.clarion.supporters.LinkTokens;
import org.clarion.supporters.LinkTokens.Link;
import org.clarion.supporters.LinkTokens.Link.Verdict;
import org.springframework.stereotype.Component;

/** Makes the links of a registration and opens them again. */
@Component
class RegistrationLinks {

    /**
     * What a link leads to.
     *
     * @param expired ours, but too late to act on
     */
    record Opened(Gathering gathering, Registration registration, boolean expired) {}

    private static final long NO_VERSION = 0;

    private final LinkTokens tokens;
    private final Gatherings gatherings;
    private final Registrations registrations;
    private final RegistrationSettings settings;
    private final Clock clock;

    RegistrationLinks(
            LinkTokens tokens,
            Gatherings gatherings,
            Registrations registrations,
            RegistrationSettings settings,
            Clock clock) {
        this.tokens = tokens;
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address of a link, from the root of the site. */
    String path(RegistrationLink link, Gathering gathering, Registration registration) {
        return path(link, gathering, registration.id(), registration.mails().details());
    }

    /** The address of the page that follows registering. The same for everybody who uses an address, registered before or not. */
    String sentPath(Gathering gathering, UUID registrant) {
        return path(RegistrationLink.SENT, gathering, registrant, NO_VERSION);
    }

    private String path(RegistrationLink link, Gathering gathering, UUID id, long version) {
        var token = tokens.token(id, link, version, expiry(link, gathering));
        return "/events/" + gathering.slug() + "/" + link.path() + "/" + token;
    }

    private Instant expiry(RegistrationLink link, Gathering gathering) {
        var now = clock.instant();
        return switch (link) {
            case CONFIRM, SENT -> now.plus(settings.confirmWithin());
            // Whether there is an offer is a state of the registration, not of the link.
            case NOT_ME, MANAGE, CANCEL, OFFER ->
                Objects.requireNonNullElse(gathering.endsAt(), now).plus(settings.manageAfterEnd());
        };
    }

    /** @throws RegistrationRefusal if the link is not ours, has been replaced by a later one, or what it led to is gone */
    Opened open(RegistrationLink link, String slug, String token) {
        var gathering = gathering(slug);
        var opened = opened(link, token);
        var registration = registrations
                .find(opened.id())
                .filter(found -> found.gathering().equals(gathering.id()) && found.status() != Status.EXPIRED)
                .orElseThrow(() -> new RegistrationRefusal(Reason.UNKNOWN_LINK));
        return switch (opened.verify(registration.mails().details(), clock.instant())) {
            case GENUINE -> new Opened(gathering, registration, false);
            case EXPIRED -> new Opened(gathering, registration, true);
            case FOREIGN -> throw new RegistrationRefusal(Reason.UNKNOWN_LINK);
        };
    }

    /** The registrant that a link of the page after registering leads to. */
    UUID openSent(String token) {
        var opened = opened(RegistrationLink.SENT, token);
        if (opened.verify(NO_VERSION, clock.instant()) != Verdict.GENUINE) {
            throw new RegistrationRefusal(Reason.UNKNOWN_LINK);
        }
        return opened.id();
    }

    Gathering gathering(String slug) {
        return gatherings.published(slug).orElseThrow(() -> new RegistrationRefusal(Reason.UNKNOWN_GATHERING));
    }

    private Link opened(RegistrationLink link, String token) {
        return tokens.open(token)
                .filter(found -> found.isFor(link))
                .orElseThrow(() -> new RegistrationRefusal(Reason.UNKNOWN_LINK));
    }
}
