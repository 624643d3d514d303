package org.clarion.load.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clarion.load.members.Chronicle;
import org.clarion.load.members.Sitting;
import org.clarion.load.people.Signer;
import org.clarion.load.platform.LetterRecord;
import org.clarion.load.platform.SentMail;
import org.jspecify.annotations.Nullable;

/**
 * Whether each supporter has one letter, and each letter is where it belongs: one mail at the office of whoever held the seat
 * when that was decided, or held for a reason that is true.
 */
public final class LetterProof {

    /** How letters of a drill begin; {@code {salutation}} is filled in by the platform. */
    public static final String OPENING = "Dear {salutation},";

    private static final String OFFICES = "@mp.example.org";
    private static final Pattern RESERVED = Pattern.compile(".+@(.+\\.)?(example\\.org|test)");
    private static final Pattern MANAGE = Pattern.compile("/letters/[^/\\s]+/manage/");
    private static final Pattern OTHER_LINK = Pattern.compile("/letters/[^/\\s]+/(confirm|reword)/");

    /**
     * A supporter of the drill.
     *
     * @param seat where they live
     */
    public record Writer(Signer signer, String seat) {}

    private final Map<String, Writer> writers;
    private final List<LetterRecord> letters;
    private final Map<String, List<SentMail>> toOffices;
    private final Set<String> told;
    private final List<SentMail> mails;
    private final Chronicle chronicle;
    private final List<String> faults = new ArrayList<>();
    private int decidedInBetween;

    /**
     * @param writers by mail address
     * @param mails everything that left the platform meanwhile
     * @param chronicle what the platform was told of who sits where
     */
    public LetterProof(
            Map<String, Writer> writers, List<LetterRecord> letters, List<SentMail> mails, Chronicle chronicle) {
        this.writers = writers;
        this.letters = letters;
        this.mails = mails;
        this.chronicle = chronicle;
        this.toOffices = mails.stream()
                .filter(mail -> mail.recipient().endsWith(OFFICES) && mail.replyTo() != null)
                .collect(Collectors.groupingBy(mail -> Objects.requireNonNull(mail.replyTo())));
        this.told = mails.stream()
                .filter(LetterProof::saysThatItIsHeld)
                .map(SentMail::recipient)
                .collect(Collectors.toSet());
    }

    /** Where a platform that lets no letter out sends those to a person. */
    public static String office(LetterRecord.Addressee to) {
        return to.key().replace(':', '-') + OFFICES;
    }

    /** Whether a mail tells a supporter that their letter is held. */
    public static boolean saysThatItIsHeld(SentMail mail) {
        return MANAGE.matcher(mail.text()).find()
                && !OTHER_LINK.matcher(mail.text()).find();
    }

    /** Why a letter to a seat is held, if it is held for a good reason; null where it should have gone. */
    public static @Nullable String reasonToHold(Sitting sitting) {
        if (sitting.isVacant()) {
            return "VACANT";
        }
        return sitting.isReachable() ? null : "NO_ADDRESS";
    }

    public LetterFindings findings() {
        eachHasOneLetter();
        letters.forEach(this::look);
        mails.forEach(this::reachesNobodyElse);
        var held = new TreeMap<String, Integer>();
        letters.stream().filter(LetterRecord::isHeld).forEach(letter -> held.merge(letter.says(), 1, Integer::sum));
        return new LetterFindings(
                letters.size(),
                (int) letters.stream().filter(LetterRecord::isOut).count(),
                held,
                (int) letters.stream()
                        .filter(letter -> letter.isOut() && letter.toldOfHolds() > 0)
                        .count(),
                decidedInBetween,
                toOffices.entrySet().stream()
                        .filter(office -> writers.containsKey(office.getKey()))
                        .mapToInt(office -> office.getValue().size())
                        .sum(),
                (int) told.stream().filter(writers::containsKey).count(),
                faults);
    }

    private void eachHasOneLetter() {
        var count = letters.stream().collect(Collectors.groupingBy(LetterRecord::supporter, Collectors.counting()));
        writers.keySet().stream()
                .filter(supporter -> count.getOrDefault(supporter, 0L) != 1)
                .forEach(supporter ->
                        faults.add("%s has %d letters".formatted(supporter, count.getOrDefault(supporter, 0L))));
        letters.stream()
                .filter(letter -> !writers.containsKey(letter.supporter()))
                .forEach(letter -> faults.add("letter %s belongs to nobody who wrote".formatted(letter.id())));
    }

    private void look(LetterRecord letter) {
        var writer = writers.get(letter.supporter());
        var sent = toOffices.getOrDefault(letter.supporter(), List.of());
        if (writer == null) {
            return;
        }
        if (!writer.seat().equals(letter.seat())) {
            fault(letter, "is addressed to %s, and its writer lives in %s", letter.seat(), writer.seat());
        }
        if (letter.isOut()) {
            if (sent.size() == 1) {
                wentWhereItShould(letter, sent.getFirst(), writer.signer());
            } else {
                fault(letter, "counts as sent, and %d mails carried it", sent.size());
            }
        } else if (!sent.isEmpty()) {
            fault(letter, "is %s, and %d mails carried it", letter.says(), sent.size());
        }
        if (letter.isHeld()) {
            isHeldForAReason(letter);
        } else if (!letter.isOut()) {
            fault(letter, "is %s at the end", letter.says());
        }
        if (told.contains(letter.supporter()) && letter.toldOfHolds() == 0) {
            fault(letter, "was never held, and its writer was told that it is");
        }
    }

    private void isHeldForAReason(LetterRecord letter) {
        var reason = reasonToHold(chronicle.latest(letter.seat()));
        if (!Objects.equals(reason, letter.hold())) {
            fault(letter, "is %s, and the roll says %s", letter.says(), reason == null ? "that it could go" : reason);
        }
        if (!told.contains(letter.supporter())) {
            fault(letter, "is %s, and its writer was not told", letter.says());
        }
    }

    private void wentWhereItShould(LetterRecord letter, SentMail mail, Signer writer) {
        var to = letter.to();
        var decidedAt = letter.decidedAt();
        if (to == null || decidedAt == null) {
            fault(letter, "was sent, and keeps no record of to whom and when that was decided");
            return;
        }
        var sitting = chronicle.at(letter.seat(), decidedAt);
        decidedInBetween += sitting.size() > 1 ? 1 : 0;
        var holder = sitting.stream().filter(each -> isAt(to, each)).findFirst();
        if (holder.isEmpty()) {
            fault(letter, "went to %s by the record, and at %s the roll had %s", to, decidedAt, sitting);
            return;
        }
        var envelope = office(to);
        expect(letter, "its envelope", envelope, mail.recipient());
        expect(letter, "its To", List.of(envelope), mail.shownTo());
        expect(letter, "the name in its To", to.name(), mail.toName());
        expect(letter, "the name in its From", writer.name(), mail.fromName());
        if (!mail.text().startsWith(OPENING.replace("{salutation}", to.salutation()) + "\n")
                || !isNameOf(holder.get(), to.salutation())) {
            fault(letter, "does not begin with the salutation of %s", to);
        }
        if (!mail.text().contains("\n" + writer.name() + "\n")
                || writer.postcode() != null && !mail.text().contains("\n" + writer.postcode() + "\n")) {
            fault(letter, "does not end with the name and address of its writer");
        }
    }

    private static boolean isAt(LetterRecord.Addressee to, Sitting sitting) {
        return sitting.isReachable()
                && to.key().equals(sitting.key())
                && to.name().equals(sitting.calledName())
                && Objects.requireNonNull(sitting.address()).equalsIgnoreCase(to.address());
    }

    /** Whatever the title, the last word of a salutation is a name of the person. */
    private static boolean isNameOf(Sitting sitting, String salutation) {
        var words = salutation.split("\\s+");
        return List.of(sitting.calledName().split("\\s+")).contains(words[words.length - 1]);
    }

    private void reachesNobodyElse(SentMail mail) {
        if (!RESERVED.matcher(mail.recipient()).matches()
                || !mail.shownTo().stream()
                        .allMatch(address -> RESERVED.matcher(address).matches())) {
            faults.add("a mail was to leave for an address outside example.org and .test");
        }
    }

    private void expect(LetterRecord letter, String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            fault(letter, "has %s in %s, not %s", found, what, wanted);
        }
    }

    private void fault(LetterRecord letter, String what, Object... values) {
        faults.add("letter %s to %s ".formatted(letter.id(), letter.seat()) + what.formatted(values));
    }
}
