package org.clarion.load.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.load.people.Party;
import org.clarion.load.people.Party.OnOffer;
import org.clarion.load.platform.Hall;
import org.clarion.load.platform.Hall.Claim;
import org.clarion.load.platform.RegistrationRecord;
import org.clarion.load.platform.SentMail;
import org.jspecify.annotations.Nullable;

/**
 * Whether everybody who registered has one answer that the places, the registration and the mails agree on, and no place is free
 * for which somebody waits.
 */
public final class SeatProof {

    /** What a registration has when the places have the other, and which mail says so. */
    private enum Answer {
        CONFIRMED(Hall.State.GIVEN, SeatMail.TICKET, Set.of(SeatMail.WAITING, SeatMail.OFFER)),
        WAITING(Hall.State.WAITING, SeatMail.WAITING, Set.of()),
        OFFERED(Hall.State.OFFERED, SeatMail.OFFER, Set.of(SeatMail.WAITING)),
        CANCELLED(null, SeatMail.CANCELLED, Set.of(SeatMail.TICKET, SeatMail.WAITING, SeatMail.OFFER));

        private final Hall.@Nullable State claim;
        private final SeatMail mail;
        private final Set<SeatMail> before;

        /** @param before mails that may have left on the way; not those that something newer has overtaken */
        Answer(Hall.@Nullable State claim, SeatMail mail, Set<SeatMail> before) {
            this.claim = claim;
            this.mail = mail;
            this.before = before;
        }

        static @Nullable Answer of(RegistrationRecord registration) {
            for (var answer : values()) {
                if (answer.name().equals(registration.status())) {
                    return answer;
                }
            }
            return null;
        }
    }

    private final Map<String, Party> parties;
    private final Hall hall;
    private final Map<UUID, Claim> claims;
    private final List<RegistrationRecord> registrations;
    private final Map<String, List<SentMail>> mails;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> told = new TreeMap<>();

    /**
     * @param parties by mail address
     * @param mails everything that left the platform for them
     */
    public SeatProof(
            Map<String, Party> parties, Hall hall, List<RegistrationRecord> registrations, List<SentMail> mails) {
        this.parties = parties;
        this.hall = hall;
        this.registrations = registrations;
        this.claims = hall.claims().stream().collect(Collectors.toMap(Claim::registration, Function.identity()));
        this.mails = mails.stream().collect(Collectors.groupingBy(SentMail::recipient));
    }

    public SeatFindings findings() {
        eachHasOneRegistration();
        registrations.forEach(this::look);
        noPlaceIsFreeInVain();
        var states = new TreeMap<String, Integer>();
        registrations.forEach(registration -> states.merge(registration.says(), 1, Integer::sum));
        return new SeatFindings(hall.capacity(), hall.taken(), states, told, faults);
    }

    private void eachHasOneRegistration() {
        var count =
                registrations.stream().collect(Collectors.groupingBy(RegistrationRecord::email, Collectors.counting()));
        parties.keySet().stream()
                .filter(email -> count.getOrDefault(email, 0L) != 1)
                .forEach(
                        email -> faults.add("%s has %d registrations".formatted(email, count.getOrDefault(email, 0L))));
        var known = registrations.stream().map(RegistrationRecord::id).collect(Collectors.toSet());
        claims.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> faults.add("the places have %s, who did not register".formatted(id)));
    }

    private void look(RegistrationRecord registration) {
        var party = parties.get(registration.email());
        var answer = Answer.of(registration);
        if (party == null) {
            fault(registration, "belongs to nobody who came");
            return;
        }
        if (!registration.settled()) {
            fault(registration, "has something yet to be decided or sent");
        }
        if (answer == null) {
            fault(registration, "is %s at the end", registration.says());
            return;
        }
        agreesWithThePlaces(registration, answer, party);
        isWhatTheyWanted(registration, answer, party);
        wasTold(registration, answer);
    }

    private void agreesWithThePlaces(RegistrationRecord registration, Answer answer, Party party) {
        var claim = claims.get(registration.id());
        if ((claim == null ? null : claim.state()) != answer.claim) {
            fault(registration, "is %s, and the places say %s", registration.says(), claim);
        } else if (claim != null && (claim.heads() != party.heads() || registration.heads() != party.heads())) {
            fault(registration, "is for %d, its claim for %d", registration.heads(), claim.heads());
        } else if (claim != null && claim.since() != registration.taken()) {
            fault(registration, "took version %d, and the places say %s", registration.taken(), claim);
        }
    }

    private void isWhatTheyWanted(RegistrationRecord registration, Answer answer, Party party) {
        var cancelled = answer == Answer.CANCELLED;
        var declined = party.onOffer() == OnOffer.DECLINE && count(registration, SeatMail.OFFER) > 0;
        if (party.cancels() || declined) {
            if (!cancelled) {
                fault(registration, "is %s, and its party cancels", registration.says());
            }
        } else if (cancelled) {
            fault(registration, "is cancelled, and nobody asked for that");
        } else if (answer == Answer.OFFERED && party.onOffer() != OnOffer.LEAVE) {
            fault(registration, "is offered, and its party answers offers");
        }
    }

    /** One mail says how it ends, and none says twice or falsely what was on the way. */
    private void wasTold(RegistrationRecord registration, Answer answer) {
        for (var mail : SeatMail.values()) {
            long count = count(registration, mail);
            told.merge(mail.says(), (int) count, Integer::sum);
            var due = mail == SeatMail.CONFIRM || mail == answer.mail;
            if (due ? count != 1 : count > (answer.before.contains(mail) ? 1 : 0)) {
                fault(registration, "is %s, and %d mails say \"%s\"", registration.says(), count, mail.says());
            }
        }
        var all = mails.getOrDefault(registration.email(), List.of());
        var ids = new HashSet<String>();
        all.stream()
                .filter(mail -> !ids.add(mail.id()))
                .forEach(mail -> fault(registration, "got the mail %s twice", mail.id()));
        all.stream()
                .filter(mail -> SeatMail.of(mail).isEmpty())
                .forEach(mail -> fault(registration, "got a mail that nothing asks for: %s", mail.subject()));
    }

    private long count(RegistrationRecord registration, SeatMail which) {
        return mails.getOrDefault(registration.email(), List.of()).stream()
                .filter(mail -> SeatMail.of(mail).filter(which::equals).isPresent())
                .count();
    }

    private void noPlaceIsFreeInVain() {
        int free = hall.capacity() - hall.taken();
        if (free < 0) {
            faults.add("%d heads have a place, and there are %d".formatted(hall.taken(), hall.capacity()));
        }
        hall.claims().stream()
                .filter(claim -> claim.state() == Hall.State.WAITING && claim.heads() <= free)
                .findFirst()
                .ifPresent(claim -> faults.add("%d places are free, and %s waits for %d"
                        .formatted(free, claim.registration(), claim.heads())));
        if (hall.owed() > 0) {
            faults.add("%d decisions wait to be taken by their registrations".formatted(hall.owed()));
        }
    }

    private void fault(RegistrationRecord registration, String what, Object... values) {
        faults.add("registration %s ".formatted(registration.id()) + what.formatted(values));
    }
}
