package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.link.ParticipationLinks;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.clarion.supporters.LinkTokens;
import org.springframework.stereotype.Component;

/** The links of registrations. */
@Component
class RegistrationLinks extends ParticipationLinks<Gathering, Registration, RegistrationLink> {

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final RegistrationSettings settings;

    RegistrationLinks(
            LinkTokens tokens,
            Gatherings gatherings,
            Registrations registrations,
            RegistrationSettings settings,
            Clock clock) {
        super("/events/", RegistrationLink.SENT, tokens, clock);
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.settings = settings;
    }

    @Override
    protected Optional<Gathering> published(String slug) {
        return gatherings.published(slug);
    }

    @Override
    protected Optional<Registration> find(UUID id, Gathering gathering) {
        return registrations
                .find(id)
                .filter(found -> found.gathering().equals(gathering.id()) && found.status() != Status.EXPIRED);
    }

    @Override
    protected Instant expiry(RegistrationLink link, Gathering gathering, Instant now) {
        return switch (link) {
            case CONFIRM, SENT -> now.plus(settings.confirmWithin());
            // Whether there is an offer is a state of the registration, not of the link.
            case NOT_ME, MANAGE, CANCEL, OFFER ->
                Objects.requireNonNullElse(gathering.endsAt(), now).plus(settings.manageAfterEnd());
        };
    }

    @Override
    protected RegistrationRefusal unknownAction() {
        return new RegistrationRefusal(Reason.UNKNOWN_GATHERING);
    }

    @Override
    protected RegistrationRefusal unknownLink() {
        return new RegistrationRefusal(Reason.UNKNOWN_LINK);
    }
}
