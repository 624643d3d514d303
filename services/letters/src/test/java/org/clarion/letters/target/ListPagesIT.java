package org.clarion.letters.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.letters.RunningService;
import org.clarion.letters.Site;
import org.clarion.letters.contact.Contact.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class ListPagesIT {

    private static final String TABLE = """
            name\ttitle\torganisation\taddress\tcountry
            Dr Ada Vale\tSecretary of State\tMinistry of Days\tada.list@example.org\tgb
            Jean Rivière\tAmbassadeur\t\t\tFR
            """;

    @LocalServerPort
    int port;

    @Autowired
    TargetLists lists;

    @Autowired
    Recipients recipients;

    @Autowired
    Clock clock;

    private Site site = new Site(0);

    @BeforeEach
    void reach() {
        site = new Site(port);
    }

    @Test
    void aListIsStartedFilledAndRenamed() {
        var page = started();
        assertThat(site.staffPage(page, "viewer").body()).contains("Ministers of Days", "Nobody is on this list");

        assertThat(site.staffPost(page + "/entries", fields("Dr Ada Vale"), "campaigner")
                        .statusCode())
                .isEqualTo(303);
        site.staffPost(page + "/edit", Map.of("name", "Cabinet of Days", "about", "", "version", "0"), "campaigner");

        assertThat(site.staffPage(page, "viewer").body())
                .contains("Cabinet of Days", "Dr Ada Vale", "1 person", "Address known");
        assertThat(site.staffPage("/staff/letters/lists", "viewer").body()).contains("Cabinet of Days");
        var entry = only(page);
        assertThat(recipients.of(entry.target(), clock.instant())).hasValueSatisfying(recipient -> {
            assertThat(recipient.key()).isEqualTo("entry:" + entry.id());
            assertThat(recipient.salutation()).isEqualTo("Dr Vale");
            assertThat(recipient.role()).isEqualTo("Secretary of State");
            assertThat(recipient.country()).isEqualTo("GB");
        });
    }

    @Test
    void aTableIsShownBeforeItIsTaken() {
        var page = started();

        var shown = site.staffPost(page + "/import", Map.of("table", TABLE), "campaigner");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("2 are new", "Dr Ada Vale (Dear Dr Vale; ada.list@example.org)");
        assertThat(lists.entries(id(page))).isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(site.staffPost(page + "/import", Map.of("table", TABLE, "sure", "true"), "campaigner")
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(lists.entries(id(page)))
                .extracting(
                        TargetEntry::name,
                        TargetEntry::country,
                        each -> each.contact().state())
                .containsExactly(tuple("Dr Ada Vale", "GB", State.FINE), tuple("Jean Rivière", "FR", State.NONE_KNOWN));
    }

    @Test
    void whoIsNotInTheTableLeavesTheListOnlyWhereThatWasSaid() {
        var page = started();
        site.staffPost(page + "/import", Map.of("table", TABLE, "sure", "true"), "campaigner");
        var gone = lists.entries(id(page)).getLast();
        var table = "name,organisation\nDr Ada Vale,Ministry of Days\n";

        site.staffPost(page + "/import", Map.of("table", table, "sure", "true"), "campaigner");
        assertThat(lists.entries(id(page))).hasSize(2);
        site.staffPost(page + "/import", Map.of("table", table, "sure", "true", "remove", "true"), "campaigner");

        assertThat(lists.entries(id(page)))
                .extracting(each -> each.contact().address())
                .as("a table without addresses says nothing about them")
                .containsExactly("ada.list@example.org");
        assertThat(recipients.of(gone.target(), clock.instant())).isEmpty();
        assertThat(lists.entry(gone.id())).as("letters still name it").isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'name,country\nAda Vale,GB\nJohn Reed,XX', Line 3: “XX” is no country",
        "'name,address\nAda Vale,ada', Line 2: that is no mail address",
        "'name\nAda Vale\nada  vale', Line 3: “ada vale” of the same organisation was on line 2 already",
        "'title\nMinister', there is no column “name”",
        "'name\n=1+1', Line 2: “=1+1” cannot be used as a name",
        "'', The file has a heading and no line below it",
    })
    void oneBrokenLineChangesNothingAndIsNamed(String table, String says) {
        var page = started();

        var answer = site.staffPost(page + "/import", Map.of("table", table, "sure", "true"), "campaigner");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says);
        assertThat(lists.entries(id(page))).isEmpty();
    }

    @Test
    void anEntryIsEditedByOneAtATimeAndOnTheListOnce() {
        var page = started();
        site.staffPost(page + "/entries", fields("Dr Ada Vale"), "campaigner");
        var entry = only(page);
        var form = fields("Dr Ada Vale");
        form.put("version", String.valueOf(entry.version()));
        form.put("address", "other.list@example.org");
        assertThat(site.staffPost(page + "/entries/" + entry.id(), form, "campaigner")
                        .statusCode())
                .isEqualTo(303);

        var late = site.staffPost(page + "/entries/" + entry.id(), form, "campaigner");
        var twice = site.staffPost(page + "/entries", fields("DR ADA VALE"), "campaigner");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else has changed this", "other.list@example.org");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("is on the list already");
    }

    @Test
    void anAddressThatBouncedIsMarkedAndCanBeMended() {
        var page = started();
        site.staffPost(page + "/entries", fields("Dr Ada Vale"), "campaigner");
        var entry = only(page);
        assertThat(recipients.isContactAddress("ada.list@example.org")).isTrue();

        recipients.bounced(entry.key(), "ada.list@example.org", clock.instant());
        assertThat(site.staffPage(page, "campaigner").body()).contains("Letters come back");
        site.staffPost(page + "/entries/" + entry.id() + "/works", Map.of(), "campaigner");

        assertThat(only(page).contact().state()).isEqualTo(State.FINE);
    }

    @Test
    void whoIsTakenOffCanComeBack() {
        var page = started();
        site.staffPost(page + "/entries", fields("Dr Ada Vale"), "campaigner");
        var entry = only(page);

        site.staffPost(page + "/entries/" + entry.id() + "/remove", Map.of(), "campaigner");
        assertThat(recipients.of(List.of(entry.target()), clock.instant())).isEmpty();
        site.staffPost(page + "/entries", fields("Dr Ada Vale"), "campaigner");

        assertThat(only(page).id()).isNotEqualTo(entry.id());
    }

    @Test
    void aListCanBeTakenToASpreadsheet() {
        var page = started();
        site.staffPost(page + "/entries", fields("Dr Ada Vale"), "campaigner");

        var file = site.staffPage(page + "/entries.csv", "viewer");

        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(as -> assertThat(as).contains("target-list.csv"));
        assertThat(file.body())
                .contains("name,title,organisation,salutation,address,country")
                .contains("Dr Ada Vale,Secretary of State,Ministry of Days,Dr Vale,ada.list@example.org,GB");
    }

    @Test
    void whoMayOnlyLookCannotAct() {
        var page = started();

        assertThat(site.staffPage(page, "viewer").body()).doesNotContain("/entries/new", "/import");
        assertThat(site.staffPost("/staff/letters/lists", Map.of("name", "x"), "viewer")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.staffPost(page + "/entries", fields("Ada"), "viewer").statusCode())
                .isEqualTo(403);
        assertThat(site.staffPage("/staff/letters/lists/" + UUID.randomUUID(), "viewer")
                        .statusCode())
                .isEqualTo(404);
    }

    private String started() {
        var answer = site.staffPost(
                "/staff/letters/lists", Map.of("name", "Ministers of Days", "about", "Invented"), "campaigner");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private TargetEntry only(String page) {
        var entries = lists.entries(id(page));
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private static Map<String, String> fields(String name) {
        return new HashMap<>(Map.of(
                "name", name,
                "title", "Secretary of State",
                "organisation", "Ministry of Days",
                "salutation", "",
                "address", "ada.list@example.org",
                "country", "GB"));
    }
}
