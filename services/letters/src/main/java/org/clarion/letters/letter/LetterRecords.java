package org.clarion.letters.letter;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.actions.supporter.Subscriber;
import org.clarion.actions.supporter.SupporterNames;
import org.clarion.actions.supporter.SupporterRecord;
import org.clarion.actions.supporter.SupporterRecord.Line;
import org.clarion.actions.supporter.SupporterRecords;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.EmailAddress;
import org.springframework.stereotype.Component;

/** What is kept of those who have written. */
@Component
class LetterRecords implements SupporterRecords {

    private final LetterActions actions;
    private final Letters letters;
    private final SupporterNames names;
    private final Clock clock;

    LetterRecords(LetterActions actions, Letters letters, SupporterNames names, Clock clock) {
        this.actions = actions;
        this.letters = letters;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public List<SupporterRecord> of(EmailAddress address, Staff reader) {
        var found = letters.ofWriter(names.within(actions.ids(), address));
        var about = actions.remembered(found.stream().map(Letter::action).collect(Collectors.toSet()));
        return found.stream()
                .map(each -> shown(each, about))
                .sorted(Comparator.comparing(SupporterRecord::at).reversed())
                .toList();
    }

    private static SupporterRecord shown(Letter letter, Map<UUID, LetterAction> about) {
        return new SupporterRecord(
                letter.id(),
                about.get(letter.action()).text().title(),
                "/staff/letters/" + letter.action(),
                "letter.state." + letter.status().wireName() + ".short",
                letter.course().recordedAt(),
                kept(letter),
                ConsentLedger.takesUpdates(letter.consents(), letter.details().choice()),
                false);
    }

    private static List<Line> kept(Letter letter) {
        var details = letter.details();
        return Line.all(List.of(
                        Stream.ofNullable(details.sender()).flatMap(LetterRecords::kept),
                        Line.of("constituency", details.constituency()),
                        Line.of("country", details.country()),
                        Line.of("language", details.language()),
                        Line.of("source", details.source()),
                        Stream.ofNullable(letter.post().addressee()).flatMap(to -> Line.of("to", to.name())),
                        Stream.ofNullable(details.text()).flatMap(text -> Line.of("letter", text.body())),
                        Stream.ofNullable(letter.asking().answer())
                                .map(said -> new Line(
                                        "supporters.kept.reply", said.kind().wireName(), said.saidAt())),
                        Line.of(letter.consents(), details.choice())))
                .toList();
    }

    private static Stream<Line> kept(Sender sender) {
        return Line.all(List.of(
                Line.of("name", sender.name()),
                Line.of("email", sender.email()),
                Line.of("address", sender.address()),
                Line.of("postcode", sender.postcode())));
    }

    @Override
    public void erase(UUID id) {
        letters.change(id, letter -> letter.erase(clock.instant()));
    }

    @Override
    public void stopUpdates(Supporter supporter, ConsentChoice no) {
        letters.ofWriter(names.within(actions.ids(), supporter))
                .forEach(each -> letters.change(each, current -> current.stopUpdates(no)));
    }

    @Override
    public Stream<Subscriber> subscribers() {
        return letters.consented()
                .flatMap(each -> Stream.ofNullable(each.details().sender())
                        .flatMap(by -> Subscriber.of(
                                by.email(), by.name(), each.details().language(), title(each), each.consents())));
    }

    private String title(Letter letter) {
        return actions.remembered(letter.action()).orElseThrow().text().title();
    }
}
