package org.clarion.letters.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class StaffDeliveryPagesIT extends PostOffice {

    private static final String STAFF = "campaigner";

    private String page(String path) {
        var answer = site.staffPage(path, STAFF);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return site.staffPost(path, fields, STAFF);
    }

    private String posted(String path, Map<String, String> fields) {
        var answer = post(path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return page(location.substring(location.indexOf("/staff")));
    }

    private static String at(Target target) {
        return "/staff/letters/targets/" + target.wireName();
    }

    private Target seatWithAMember() {
        var seat = freshSeat();
        elected(seat);
        return seat;
    }

    private Letter in(Status status, Letter letter) {
        ends(letter, letter.post().underWay().asked(), status == Status.UNKNOWN ? "unknown" : "bounced", null);
        await().until(() -> status(letter) == status);
        return find(letter);
    }

    private Letter released(Target seat) {
        var letter = confirmed(opened(), seat);
        look();
        redeem(awaitAsked(letter, 1));
        return find(letter);
    }

    @Test
    void anEmptyQueueSaysSo() {
        assertThat(page("/staff/letters/queue")).contains("Nothing waits", "No letter leaves the house");
        assertThat(page("/staff/letters/election")).contains("No dissolution is known of");
    }

    @Test
    void theQueueSaysWhatWaitsAndWhyAndUntilWhen() {
        var vacant = freshSeat();
        vacated(vacant);
        var action = opened();
        IntStream.range(0, 3).forEach(i -> confirmed(action, vacant));
        var busy = seatWithAMember();
        IntStream.range(0, 12).forEach(i -> confirmed(action, busy));
        look();
        var page = page("/staff/letters/queue");

        assertThat(page).contains("Nobody is there", "11 letters wait for their turn", "the last has left by");
        assertThat(page)
                .contains(
                        at(busy), constituencies.byCode(busy.id()).orElseThrow().name());
        assertThat(page).doesNotContain("@parliament.test", "Zoë", "brother");
    }

    @Test
    void aTargetIsHeldAndReleased() {
        var seat = seatWithAMember();
        var letter = confirmed(opened(), seat);

        assertThat(posted(at(seat) + "/hold", Map.of()))
                .contains("Letters to this target are held", "campaigner@example.org");
        look();
        assertThat(hold(letter)).isEqualTo(Hold.STAFF);
        assertThat(page(at(seat))).contains("Held by staff").doesNotContain("Zoë", "brother", "parliament.test");

        assertThat(posted(at(seat) + "/release", Map.of())).contains("are released");
        look();
        assertThat(status(letter)).isEqualTo(Status.QUEUED);
    }

    private void sameWriter(Letter one, Letter other) {
        mongo.updateFirst(
                Query.query(where("_id").is(other.id())), Update.update("writer", one.writer()), Letter.class);
    }

    @Test
    void whatWaitsIsRedirected() {
        var seat = seatWithAMember();
        var other = seatWithAMember();
        var action = opened();
        var first = confirmed(action, seat);
        var wroteToBoth = confirmed(action, seat);
        sameWriter(wroteToBoth, confirmed(action, other));
        var page = posted(at(seat) + "/redirect", Map.of("to", other.wireName()));

        assertThat(page).contains("Redirected: 1. Not redirected, because their writers have written there too: 1.");
        assertThat(find(first).target()).isEqualTo(other);
        assertThat(find(wroteToBoth).target()).isEqualTo(seat);
        assertThat(posted(at(seat) + "/redirect", Map.of("to", "nonsense"))).contains("Nothing was changed");
        assertThat(posted(at(seat) + "/redirect", Map.of("to", seat.wireName())))
                .contains("Nothing was changed");
        assertThat(posted(at(seat) + "/redirect", Map.of())).contains("Nothing was changed");
    }

    @Test
    void whatWaitsIsCancelledOnlyByWhoIsSure() {
        var seat = seatWithAMember();
        var letter = confirmed(opened(), seat);

        assertThat(posted(at(seat) + "/cancel", Map.of())).contains("Nothing was changed");
        assertThat(status(letter)).isEqualTo(Status.QUEUED);
        assertThat(posted(at(seat) + "/cancel", Map.of("sure", "true"))).contains("Cancelled: 1.");
        assertThat(status(letter)).isEqualTo(Status.CANCELLED);
        assertThat(posted(at(seat) + "/cancel", Map.of("sure", "true"))).contains("Cancelled: 0.");
    }

    @Test
    void staffDecideAboutALetterInDoubtOnce() {
        var seat = seatWithAMember();
        var letter = in(Status.UNKNOWN, released(seat));
        var path = at(seat) + "/letters/" + letter.id();
        assertThat(page(at(seat))).contains("In doubt", path + "/arrived", path + "/lost");
        assertThat(page("/staff/letters")).containsPattern("Queue: \\d+ for you to decide");

        assertThat(posted(path + "/lost", Map.of())).contains("in the queue again");
        assertThat(status(letter)).isEqualTo(Status.QUEUED);
        assertThat(posted(path + "/arrived", Map.of())).contains("in doubt no more");
        assertThat(post(at(seat) + "/letters/" + letter.id() + "/burnt", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCameBackIsSentAgainWhenStaffSaySo() {
        var seat = seatWithAMember();
        var letter = in(Status.BOUNCED, released(seat));
        assertThat(page(at(seat))).contains("Letters to it came back", "Send them again");

        assertThat(posted(at(seat) + "/again", Map.of())).contains("Back in the queue: 1.");
        assertThat(status(letter)).isEqualTo(Status.QUEUED);
        look();
        assertThat(hold(letter)).isEqualTo(Hold.BOUNCING);
    }

    @Test
    void theTableAndItsFileSayWhoGetsLetters() {
        var seat = freshSeat();
        elected(seat, "=HYPERLINK(\"http://evil.example\")", "x@parliament.test");
        var action = opened();
        confirmed(action, seat);
        var table = page("/staff/letters/targets?action=" + action.id());
        var file = site.staffPage("/staff/letters/targets/targets.csv?action=" + action.id(), STAFF);

        assertThat(table).contains(at(seat), "=HYPERLINK(&quot;http://evil.example&quot;)", "Not known");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).contains(seat.wireName() + ",\"'=HYPERLINK(");
        assertThat(file.body()).doesNotContain("parliament.test", "zoe@");
        assertThat(site.staffPage("/staff/letters/targets/targets.csv?action=" + UUID.randomUUID(), STAFF)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void electionModeIsSetAndLifted() {
        var yesterday = LocalDate.now(Timetable.LONDON).minusDays(1);

        assertThat(posted("/staff/letters/election/set", Map.of("day", yesterday.toString())))
                .contains("Letters to MPs are held since", "Set a dissolution", "campaigner@example.org");
        assertThat(page("/staff/letters/queue")).contains("Parliament is dissolved");
        assertThat(posted("/staff/letters/election/set", Map.of("day", "2099-01-01")))
                .contains("are held from");
        assertThat(posted("/staff/letters/election/lift", Map.of())).contains("Election mode has ended");
        assertThat(posted("/staff/letters/election/set", Map.of("day", "soon"))).contains("Nothing was changed");
        assertThat(posted("/staff/letters/election/set", Map.of())).contains("Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E14999999", "nonsense", "0192f0c1-7a3e-7b1c-9d55-6f2a41c0de01", "../queue", "%00"})
    void whatIsNoTargetIsNotFound(String wire) {
        assertThat(site.staffPage("/staff/letters/targets/" + wire.replace("/", "%2F"), STAFF)
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void whoMayOnlyLookCannotAct() {
        var seat = seatWithAMember();
        confirmed(opened(), seat);

        assertThat(site.staffPage(at(seat), "viewer").body()).doesNotContain("/cancel", "/hold");
        for (var deed : new String[] {"hold", "release", "redirect", "cancel", "again", "as-they-are"}) {
            assertThat(site.staffPost(at(seat) + "/" + deed, Map.of("sure", "true"), "viewer")
                            .statusCode())
                    .as(deed)
                    .isEqualTo(403);
        }
        assertThat(site.staffPost("/staff/letters/election/set", Map.of("day", "2027-01-01"), "viewer")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.get("/staff/letters/queue").statusCode()).isEqualTo(401);
    }
}
