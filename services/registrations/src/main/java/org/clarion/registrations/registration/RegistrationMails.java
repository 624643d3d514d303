package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.messaging.mail.MailClaim;
import org.clarion.messaging.mail.MailOwner;
import org.clarion.pageshell.Organisation;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.registration.Appraisal.Verdict;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.StaffWords.Words;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.stereotype.Component;

/** Says, when a mail about a registration is about to leave, whether it is still wanted, to whom it goes and what it says. */
@Component
class RegistrationMails implements MailOwner {

    private static final Pattern REMINDED =
            Pattern.compile(";cause:reminder-[a-z]+-([0-9]+)-at-[0-9]+(?:-join-([0-9a-f]+))?$");

    private static final Pattern WRITTEN = Pattern.compile(";cause:message-([0-9a-f-]{36})$");

    private final Registrations registrations;
    private final Gatherings gatherings;
    private final RegistrationLinks links;
    private final Timetable timetable;
    private final Attachments attachments;
    private final Joining joining;
    private final StaffWords staffWords;
    private final Campaigns campaigns;
    private final PublicUrl site;
    private final Organisation organisation;
    private final Clock clock;

    RegistrationMails(
            Registrations registrations,
            Gatherings gatherings,
            RegistrationLinks links,
            Timetable timetable,
            Attachments attachments,
            Joining joining,
            StaffWords staffWords,
            Campaigns campaigns,
            PublicUrl site,
            Organisation organisation,
            Clock clock) {
        this.registrations = registrations;
        this.gatherings = gatherings;
        this.links = links;
        this.timetable = timetable;
        this.attachments = attachments;
        this.joining = joining;
        this.staffWords = staffWords;
        this.campaigns = campaigns;
        this.site = site;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<MailAnswer> redeem(List<MailClaim> claims) {
        var found = registrations.byId(claims.stream().map(MailClaim::aggregate).toList());
        var about = gatherings.remembered(
                found.values().stream().map(Registration::gathering).collect(Collectors.toSet()));
        return claims.stream()
                .map(claim -> answer(claim, found, about).orElseGet(() -> MailAnswer.noLongerNeeded(claim.mail())))
                .toList();
    }

    private Optional<MailAnswer> answer(MailClaim claim, Map<UUID, Registration> found, Map<UUID, Gathering> about) {
        var registration = found.get(claim.aggregate());
        var gathering = registration == null ? null : about.get(registration.gathering());
        if (registration == null || gathering == null || !isWanted(claim, registration, gathering)) {
            return Optional.empty();
        }
        if (gathering.edition() < registration.edition() || leadsElsewhere(claim, gathering)) {
            return Optional.of(
                    MailAnswer.later(claim.mail())); // what is remembered here is older than what is to be told
        }
        var by = registration.details().by();
        return by == null || by.email() == null
                ? Optional.empty()
                : Optional.of(MailAnswer.send(
                                claim.mail(),
                                by.email(),
                                by.name(),
                                registration.details().language(),
                                model(claim, registration, gathering),
                                links(claim, registration, gathering))
                        .with(attachments.to(claim.purpose(), registration, gathering, by.email())));
    }

    /** Nothing is sent that has been overtaken: by newer details, by a newer decision, or by time. */
    private boolean isWanted(MailClaim claim, Registration registration, Gathering gathering) {
        if (!Registration.detailsIn(claim.claim()).equals(Registration.detailsIn(registration.claim()))) {
            return false; // the details have been replaced since, and another mail was asked for
        }
        var sameDecision = claim.claim().equals(registration.claim());
        return switch (claim.purpose()) {
            case Registration.CONFIRM_MAIL, Registration.CONFIRM_WAITING_MAIL, Registration.CONFIRM_APPLICATION_MAIL ->
                registration.status() == Status.AWAITING_CONFIRMATION && isToCome(gathering);
            case Registration.ALREADY_MAIL ->
                registration.confirmedAt() != null && !registration.status().isOver();
            case Registration.APPLIED_MAIL -> registration.status() == Status.IN_APPROVAL;
            case Registration.TICKET_MAIL -> sameDecision && registration.status() == Status.CONFIRMED;
            case Registration.WAITING_MAIL -> sameDecision && registration.status() == Status.WAITING;
            case Registration.OFFER_MAIL -> sameDecision && registration.status() == Status.OFFERED;
            case Registration.CANCELLED_MAIL, Registration.LAPSED_MAIL, Registration.CALLED_OFF_MAIL ->
                sameDecision && registration.status() == Status.CANCELLED;
            case Registration.CHANGE_MAIL ->
                claim.claim().endsWith(";edition:" + registration.edition())
                        && !registration.status().isOver()
                        && isToCome(gathering);
            case Registration.MESSAGE_MAIL ->
                words(claim).filter(words -> words.group().has(registration)).isPresent();
            case Registration.REMINDER_MAIL -> isYetToBegin(claim, registration, gathering);
            case Registration.REMINDER_ONLINE_MAIL ->
                registration.seat().wish().mode() == Mode.ONLINE && isYetToBegin(claim, registration, gathering);
            case Registration.THANKS_MAIL, Registration.THANKS_RECORDING_MAIL ->
                registration.status() == Status.CONFIRMED && gathering.status() == Gathering.Status.PAST;
            case Registration.DECLINED_MAIL -> sameDecision && registration.status() == Status.DECLINED;
            default -> false;
        };
    }

    private Optional<Words> words(MailClaim claim) {
        var message = WRITTEN.matcher(claim.claim());
        return message.find() ? staffWords.find(UUID.fromString(message.group(1))) : Optional.empty();
    }

    private boolean isToCome(Gathering gathering) {
        var ends = gathering.endsAt();
        return gathering.isOn() && ends != null && clock.instant().isBefore(ends);
    }

    private Map<String, String> model(MailClaim claim, Registration registration, Gathering gathering) {
        var locale = Locale.forLanguageTag(registration.details().language());
        var wish = registration.seat().wish();
        var until = registration.seat().until();
        var words = words(claim);
        return Map.of(
                "subject", words.map(Words::subject).orElse(""),
                "message", words.map(Words::text).orElse(""),
                "event", gathering.programme().title(),
                "charity", organisation.name(),
                "when", String.join("; ", timetable.sessions(gathering, sessions(claim, registration), locale)),
                "where", where(gathering, registration, locale),
                "party", timetable.party(wish.heads(), locale),
                "code", registration.code(),
                "until", until == null ? "" : timetable.dayAndTime(until, locale),
                "note", note(claim, registration));
    }

    /** What staff wish to say about what they have decided. */
    private static String note(MailClaim claim, Registration registration) {
        var appraisal = registration.appraisal();
        return switch (claim.purpose()) {
            case Registration.TICKET_MAIL -> appraisal.noteAbout(Verdict.ACCEPT);
            case Registration.WAITING_MAIL -> appraisal.noteAbout(Verdict.WAIT);
            case Registration.DECLINED_MAIL -> appraisal.noteAbout(Verdict.DECLINE);
            default -> "";
        };
    }

    /** Where those go who come in person; for those who have a place, with where to meet. */
    private String where(Gathering gathering, Registration registration, Locale locale) {
        var wish = registration.seat().wish();
        if (wish.mode() == Mode.ONLINE) {
            return timetable.online(joining.addresses(registration, gathering).isEmpty(), locale);
        }
        var wished = gathering.programme().sessions().stream()
                .filter(session -> wish.sessions().contains(session.number()))
                .toList();
        var places = wished.stream()
                .map(session -> place(gathering, session, registration, locale))
                .distinct()
                .toList();
        return places.size() == 1
                ? places.getFirst()
                : wished.stream()
                        .map(session -> timetable.name(session, locale) + ": "
                                + place(gathering, session, registration, locale))
                        .collect(Collectors.joining("; "));
    }

    private String place(Gathering gathering, Session session, Registration registration, Locale locale) {
        var venue = gathering.venue(session);
        if (venue == null) {
            return timetable.online(true, locale);
        }
        var meeting = venue.meetingPoint();
        var place = venue.name() + ", " + venue.address();
        return registration.status() == Status.CONFIRMED && meeting != null ? place + ". " + meeting : place;
    }

    /** A reminder is of one session, everything else of all that the party comes to. */
    private static Set<Integer> sessions(MailClaim claim, Registration registration) {
        var number = REMINDED.matcher(claim.claim());
        return number.find()
                ? Set.of(Integer.valueOf(number.group(1)))
                : registration.seat().wish().sessions();
    }

    /** Whether it was asked for with another address to join at than is known here. */
    private static boolean leadsElsewhere(MailClaim claim, Gathering gathering) {
        var reminded = REMINDED.matcher(claim.claim());
        return reminded.find()
                && reminded.group(2) != null
                && gathering
                        .session(Integer.parseInt(reminded.group(1)))
                        .map(gathering::joining)
                        .filter(address -> Notices.mark(address).equals(reminded.group(2)))
                        .isEmpty();
    }

    /** Where to join the session that somebody is reminded of. */
    private static String joining(MailClaim claim, Registration registration, Gathering gathering) {
        return sessions(claim, registration).stream()
                .flatMap(number -> gathering.session(number).stream())
                .flatMap(session -> Stream.ofNullable(gathering.joining(session)))
                .findFirst()
                .orElse("");
    }

    private boolean isYetToBegin(MailClaim claim, Registration registration, Gathering gathering) {
        return gathering.isOn()
                && registration.status() == Status.CONFIRMED
                && registration.seat().wish().sessions().containsAll(sessions(claim, registration))
                && sessions(claim, registration).stream()
                        .flatMap(number -> gathering.session(number).stream())
                        .anyMatch(session -> !session.hasBegunAt(clock.instant()));
    }

    private String nextAction(Gathering gathering) {
        return site.to(campaigns
                        .find(gathering.campaign())
                        .map(campaign -> campaign.path())
                        .orElse("/"))
                .toString();
    }

    private Map<String, String> links(MailClaim claim, Registration registration, Gathering gathering) {
        return switch (claim.purpose()) {
            case Registration.CONFIRM_MAIL, Registration.CONFIRM_WAITING_MAIL, Registration.CONFIRM_APPLICATION_MAIL ->
                Map.of(
                        "confirm", link(RegistrationLink.CONFIRM, gathering, registration),
                        "notMe", link(RegistrationLink.NOT_ME, gathering, registration));
            case Registration.OFFER_MAIL ->
                Map.of(
                        "offer", link(RegistrationLink.OFFER, gathering, registration),
                        "manage", link(RegistrationLink.MANAGE, gathering, registration));
            case Registration.CANCELLED_MAIL,
                    Registration.LAPSED_MAIL,
                    Registration.CALLED_OFF_MAIL,
                    Registration.DECLINED_MAIL ->
                Map.of("event", site.to("/events/" + gathering.slug()).toString());
            case Registration.REMINDER_ONLINE_MAIL ->
                Map.of(
                        "joining", joining(claim, registration, gathering),
                        "manage", link(RegistrationLink.MANAGE, gathering, registration));
            case Registration.THANKS_MAIL -> Map.of("action", nextAction(gathering));
            case Registration.THANKS_RECORDING_MAIL ->
                Map.of(
                        "action", nextAction(gathering),
                        "recording", Objects.toString(gathering.recording(), nextAction(gathering)));
            case Registration.TICKET_MAIL, Registration.CHANGE_MAIL ->
                Map.of(
                        "joining",
                                joining.addresses(registration, gathering).stream()
                                        .findFirst()
                                        .orElse(""),
                        "manage", link(RegistrationLink.MANAGE, gathering, registration));
            default -> Map.of("manage", link(RegistrationLink.MANAGE, gathering, registration));
        };
    }

    private String link(RegistrationLink link, Gathering gathering, Registration registration) {
        return site.to(links.path(link, gathering, registration)).toString();
    }
}
