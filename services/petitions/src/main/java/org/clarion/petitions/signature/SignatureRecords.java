package org.clarion.petitions.signature;

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
import org.clarion.messaging.envelope.Supporter;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.EmailAddress;
import org.springframework.stereotype.Component;

/** What is kept of those who have signed. */
@Component
class SignatureRecords implements SupporterRecords {

    private final Petitions petitions;
    private final Signatures signatures;
    private final SupporterNames names;

    SignatureRecords(Petitions petitions, Signatures signatures, SupporterNames names) {
        this.petitions = petitions;
        this.signatures = signatures;
        this.names = names;
    }

    @Override
    public List<SupporterRecord> of(EmailAddress address, Staff reader) {
        var found = signatures.ofSigners(names.within(petitions.ids(), address));
        var about = petitions.remembered(found.stream().map(Signature::petition).collect(Collectors.toSet()));
        return found.stream().map(each -> shown(each, about)).toList();
    }

    private static SupporterRecord shown(Signature signature, Map<UUID, Petition> about) {
        var petition = signature.petition();
        return new SupporterRecord(
                signature.id(),
                about.get(petition).text().title(),
                "/staff/petitions/" + petition,
                "staff.signature.state." + signature.status().wireName(),
                signature.recordedAt(),
                kept(signature),
                ConsentLedger.takesUpdates(
                        signature.consents(), signature.details().choice()),
                false);
    }

    private static List<Line> kept(Signature signature) {
        var details = signature.details();
        return Line.all(List.of(
                        Stream.ofNullable(details.by()).flatMap(SignatureRecords::kept),
                        Line.of("constituency", details.constituency()),
                        Line.of("country", details.country()),
                        Line.of("language", details.language()),
                        Line.of("source", details.source()),
                        Line.of(signature.consents(), details.choice())))
                .toList();
    }

    private static Stream<Line> kept(Signatory by) {
        return Line.all(
                List.of(Line.of("name", by.name()), Line.of("email", by.email()), Line.of("postcode", by.postcode())));
    }

    @Override
    public void erase(UUID id) {
        signatures.change(id, Signature::erase);
    }

    @Override
    public void stopUpdates(Supporter supporter, ConsentChoice no) {
        signatures
                .ofSigners(names.within(petitions.ids(), supporter))
                .forEach(each -> signatures.change(each, current -> current.stopUpdates(no)));
    }

    @Override
    public Stream<Subscriber> subscribers() {
        return signatures
                .consented()
                .flatMap(each -> Stream.ofNullable(each.details().by())
                        .flatMap(by -> Subscriber.of(
                                by.email(), by.name(), each.details().language(), title(each), each.consents())));
    }

    private String title(Signature signature) {
        return petitions.remembered(signature.petition()).orElseThrow().text().title();
    }
}
