package org.clarion.registrations.registration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.actions.supporter.Subscriber;
import org.clarion.actions.supporter.SupporterNames;
import org.clarion.actions.supporter.SupporterRecord;
import org.clarion.actions.supporter.SupporterRecord.Line;
import org.clarion.actions.supporter.SupporterRecords;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.EmailAddress;
import org.springframework.stereotype.Component;

/** What is kept of those who have registered. */
@Component
class RegistrationRecords implements SupporterRecords {

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final RegistrationDesk desk;
    private final SupporterNames names;

    RegistrationRecords(
            Gatherings gatherings, Registrations registrations, RegistrationDesk desk, SupporterNames names) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.desk = desk;
        this.names = names;
    }

    @Override
    public List<SupporterRecord> of(EmailAddress address, Staff reader) {
        var found = registrations.ofRegistrants(names.within(gatherings.ids(), address));
        var about = gatherings.remembered(
                found.stream().map(Registration::gathering).collect(Collectors.toSet()));
        return found.stream().map(each -> shown(each, about, reader)).toList();
    }

    private static SupporterRecord shown(Registration registration, Map<UUID, Gathering> about, Staff reader) {
        var gathering = about.get(registration.gathering());
        var whole = registration.details();
        var details = reader.runsEvents() ? whole : whole.withoutNeeds();
        return new SupporterRecord(
                registration.id(),
                gathering.programme().title(),
                "/staff/registrations/" + gathering.id(),
                "staff.attendee.state." + registration.status().wireName(),
                registration.recordedAt(),
                kept(registration, details, gathering),
                ConsentLedger.takesUpdates(registration.consents(), details.choice()),
                !details.equals(whole));
    }

    private static List<Line> kept(Registration registration, Details details, Gathering gathering) {
        var seen = registration.attendance().seen();
        var appraisal = registration.appraisal();
        return Line.all(List.of(
                        Stream.ofNullable(details.by()).flatMap(by -> kept(by, gathering)),
                        Line.of(
                                "party",
                                Integer.toString(registration.seat().wish().heads())),
                        Line.of("came", seen == 0 ? null : Integer.toString(seen)),
                        Line.of("language", details.language()),
                        Line.of("source", details.source()),
                        appraisal.opinions().stream()
                                .map(each -> new Line(
                                        "supporters.kept.opinion",
                                        Stream.of(Integer.toString(each.score()), each.note())
                                                .filter(Objects::nonNull)
                                                .collect(Collectors.joining(", ")),
                                        each.at())),
                        Stream.ofNullable(appraisal.ruling()).flatMap(each -> Line.of("note", each.note())),
                        Line.of(registration.consents(), details.choice())))
                .toList();
    }

    private static Stream<Line> kept(Registrant by, Gathering gathering) {
        var answers = gathering.admission().questions().stream()
                .flatMap(question -> by.answers().getOrDefault(Integer.toString(question.number()), List.of()).stream()
                        .flatMap(answer -> Line.of("answer", question.text() + " " + answer)));
        return Line.all(List.of(
                Line.of("name", by.name()),
                Line.of("email", by.email()),
                answers,
                Line.of("needs", by.needs()),
                Line.of("diet", by.diet())));
    }

    /** First the places go to whoever waits. Where that is too late, who was there stays counted. */
    @Override
    public void erase(UUID id) {
        registrations.find(id).filter(each -> !each.status().isOver()).ifPresent(desk::leave);
        registrations.change(id, Registration::erase);
    }

    @Override
    public void stopUpdates(Supporter supporter, ConsentChoice no) {
        registrations
                .ofRegistrants(names.within(gatherings.ids(), supporter))
                .forEach(each -> registrations.change(each, current -> current.stopUpdates(no)));
    }

    @Override
    public Stream<Subscriber> subscribers() {
        return registrations
                .consented()
                .flatMap(each -> Stream.ofNullable(each.details().by())
                        .flatMap(by -> Subscriber.of(
                                Objects.requireNonNull(by.email()),
                                by.name(),
                                each.details().language(),
                                title(each),
                                each.consents())));
    }

    private String title(Registration registration) {
        return gatherings
                .remembered(registration.gathering())
                .orElseThrow()
                .programme()
                .title();
    }
}
