package org.clarion.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.clarion.load.members.Chronicle;
import org.clarion.load.members.Roll;
import org.clarion.load.platform.LetterRecord;
import org.clarion.load.platform.LetterStaff;
import org.clarion.load.proof.LetterProof;
import org.clarion.load.run.Tries;
import org.jspecify.annotations.Nullable;

/** What staff do in a letters drill, patient while the service is down. For one thread at a time. */
final class Campaigner {

    private final LetterStaff staff;
    private final Tries tries;
    private final Chronicle chronicle = new Chronicle();

    /** @param patience how long the service may be down; an import that was killed blocks others for two minutes more */
    Campaigner(LetterStaff staff, Duration patience) {
        this.staff = staff;
        this.tries = new Tries("letters", patience.plusMinutes(2));
    }

    /** What the directory has been told. */
    Chronicle chronicle() {
        return chronicle;
    }

    /** @param asOf the day on which it was so; null for now */
    synchronized void tell(Roll roll, @Nullable LocalDate asOf) {
        var asked = Instant.now();
        tries.untilDone(() -> staff.importMembers(roll.csv(), asOf));
        chronicle.told(roll, asked, Instant.now());
    }

    /**
     * Opens an action to everybody's own MP.
     *
     * @return its slug
     */
    synchronized String launch(long seed) {
        var slug = "letters-drill-%s-%s"
                .formatted(
                        Long.toUnsignedString(seed, 36),
                        Long.toString(Instant.now().getEpochSecond(), 36));
        var id = new UUID[1];
        tries.untilDone(() -> id[0] = staff.create("/staff/letters", form(slug)));
        tries.untilDone(() -> staff.press("/staff/letters/" + id[0] + "/open", Map.of()));
        return slug;
    }

    private static Map<String, String> form(String slug) {
        var form = new LinkedHashMap<String, String>();
        form.put("slug", slug);
        form.put("language", "en");
        form.put("title", "Letters drill");
        form.put("summary", "People who do not exist write to their MPs to see that every letter arrives.");
        form.put("why", "A letter that is lost, or read by somebody else, is worse than none.");
        form.put("to", "mp");
        form.put("subject", "A bench for every bus stop");
        form.put("opening", LetterProof.OPENING);
        form.put(
                "body",
                "I write to ask you to support a bench at every bus stop in our constituency.\n\nPeople who cannot stand for long"
                        + " stay at home, and a place where nobody can sit down is a place where nobody meets.\n\nPlease tell me"
                        + " what you will do about it.");
        form.put("closing", "With good wishes,");
        // As fast as a single office may get letters at all; by day and by night.
        form.put("perHour", "1000");
        form.put("fromHour", "0");
        form.put("untilHour", "24");
        form.put("weekends", "true");
        return form;
    }

    /** @param arrived whether the mail server has it after all */
    synchronized void decide(LetterRecord letter, boolean arrived) {
        tries.untilDone(() -> staff.press(
                "/staff/letters/targets/%s/letters/%s/%s"
                        .formatted(letter.seat(), letter.id(), arrived ? "arrived" : "lost"),
                Map.of()));
    }
}
