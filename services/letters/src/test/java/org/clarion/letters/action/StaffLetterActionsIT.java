package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.clarion.letters.RunningService;
import org.clarion.letters.Site;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class StaffLetterActionsIT {

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    private Site site = new Site(0);

    @BeforeEach
    void reach() {
        site = new Site(port);
    }

    @Test
    void fromADraftToTheArchive() {
        var outline = Site.outline(Site.freshSlug());
        var id = site.draft(outline);
        var slug = outline.get("slug");
        assertThat(site.get("/api/letter-actions/" + slug).statusCode())
                .as("a draft is seen by nobody")
                .isEqualTo(404);

        step(id, "open");
        assertThat(site.get("/api/letter-actions").body()).contains(slug);
        outline.put("body", "Other words");
        outline.put("version", "2");
        site.staffPost("/staff/letters/" + id + "/edit", outline, "campaigner");
        step(id, "pause");
        assertThat(site.json("/api/letter-actions/" + slug).required("open").asBoolean())
                .isFalse();
        step(id, "resume");
        step(id, "close");
        step(id, "archive");
        assertThat(site.get("/api/letter-actions").body()).doesNotContain(slug);

        var published =
                messages.await("letter-action.v1", 6, message -> id.toString().equals(message.key()));
        assertThat(published)
                .extracting(message -> message.type())
                .containsExactly(
                        "letter-action.opened.v1",
                        "letter-action.edited.v1",
                        "letter-action.paused.v1",
                        "letter-action.resumed.v1",
                        "letter-action.closed.v1",
                        "letter-action.archived.v1");
        assertThat(published.getFirst().json().required("staffPath").asString()).isEqualTo("/staff/letters/" + id);
        assertThat(published.getFirst().text()).doesNotContain("campaigner@example.org");

        assertThat(page(id))
                .contains(
                        "campaigner@example.org",
                        "Wrote the first draft",
                        "Opened it",
                        "Changed the words: version 2",
                        "Paused it",
                        "Resumed it",
                        "Closed it",
                        "Archived it")
                .doesNotContain("<script>alert");
        assertThat(site.staffPage("/staff/letters", "viewer").body()).contains("/staff/letters/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "events"})
    void whoMayOnlyLookCannotAct(String role) {
        var id = site.draft(Site.outline(Site.freshSlug()));
        var variant = addVariant(id, Map.of("parties", "Example Party", "body", "Other words"));
        assertThat(site.staffPage("/staff/letters/" + id, role).body())
                .contains("Those who support it")
                .doesNotContain("/open\"", "/edit\"", "/variants/", "/test\"");
        for (var look : new String[] {"/preview", "/rehearsal", "/rehearsal.csv"}) {
            assertThat(site.staffPage("/staff/letters/" + id + look, role).statusCode())
                    .isEqualTo(200);
        }
        for (var act : new String[] {"new", id + "/edit", id + "/variants/new", id + "/variants/" + variant}) {
            assertThat(site.staffPage("/staff/letters/" + act, role).statusCode())
                    .isEqualTo(403);
        }
        assertThat(site.staffPost("/staff/letters", Site.outline(Site.freshSlug()), role)
                        .statusCode())
                .isEqualTo(403);
        for (var step : new String[] {
            "open",
            "pause",
            "resume",
            "close",
            "archive",
            "edit",
            "variants",
            "variants/" + variant,
            "variants/" + variant + "/raise",
            "variants/" + variant + "/remove"
        }) {
            assertThat(site.staffPost("/staff/letters/" + id + "/" + step, Map.of(), role)
                            .statusCode())
                    .as(step)
                    .isEqualTo(403);
        }
        assertThat(site.staffPost("/staff/letters/" + id + "/test", Map.of("on", "true"), role)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAddressIsTakenOnce() {
        var outline = Site.outline(Site.freshSlug());
        site.draft(outline);
        var answer = site.staffPost("/staff/letters", outline, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This address is taken already", "I ask you to support");
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', Please give a title",
        "slug, Not A Slug, Please use small letters",
        "summary, '', Please say it in one or two sentences",
        "why, '', Please say why it matters",
        "to, '', Please say to whom supporters write",
        "to, list, Please choose a list",
        "subject, '', Please give a subject",
        "subject, 'A\u2028Bcc: x', Please type the subject again",
        "subject, '=?utf-8?q?Hidden?=', Please type the subject again",
        "opening, '', Please write an opening",
        "opening, 'Dear {name},', '{name} would be sent as it stands. Only {salutation}, in small letters'",
        "body, 'I, {name}, ask', '{name} would be sent as it stands. Names are filled in in the opening only, where you write {salutation}'",
        "closing, '', Please write a closing",
        "campaign, nonsense, Please choose a campaign",
        "perHour, 0, Please give a number from 1 to 1",
        "closesAt, tomorrow, Please give a day and a time",
        "closesAt, 2020-01-01T10:00, Please choose a closing time in the future",
    })
    void whatIsWrongIsNamedAndTheRestStays(String field, String value, String words) {
        var outline = Site.outline(Site.freshSlug());
        outline.put(field, value);
        var answer = site.staffPost("/staff/letters", outline, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "value=\"en\"").containsPattern("href=\"#\\w+\"");
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        var outline = Site.outline(Site.freshSlug());
        var id = site.draft(outline);
        outline.put("version", "1");
        outline.put("title", "First");
        assertThat(site.staffPost("/staff/letters/" + id + "/edit", outline, "campaigner")
                        .statusCode())
                .isEqualTo(303);
        outline.put("title", "Second");
        var late = site.staffPost("/staff/letters/" + id + "/edit", outline, "campaigner");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else has changed this", "value=\"Second\"");
        var variant = site.staffPost(
                "/staff/letters/" + id + "/variants",
                Map.of("name", "V", "positions", "supports", "body", "Kept words", "version", "1"),
                "campaigner");
        assertThat(variant.statusCode()).isEqualTo(422);
        assertThat(variant.body()).contains("Somebody else has changed this", "Kept words");
        assertThat(page(id)).contains("First").doesNotContain("Second", "Kept words");
    }

    @Test
    void theFormShowsWhatIsThere() {
        var outline = Site.outline(Site.freshSlug());
        outline.put("closesAt", "2099-07-01T12:30");
        outline.put("perHour", "7");
        outline.put("fromHour", "9");
        outline.put("untilHour", "17");
        outline.put("weekends", "true");
        var id = site.draft(outline);
        assertThat(site.staffPage("/staff/letters/" + id + "/edit", "admin").body())
                .contains("value=\"2099-07-01T12:30\"", "value=\"7\"", "Dear {salutation},", "It is overdue.")
                .containsPattern("type=\"checkbox\"[^>]*checked");
        assertThat(page(id)).contains("At most 7 an hour to one office, from 9:00 to 17:00,", "every day");
        assertThat(site.staffPage("/staff/letters/new", "admin").body()).contains("Dear {salutation},");
    }

    @Test
    void anOpenActionIsEditedWithoutItsAddress() {
        var outline = Site.outline(Site.freshSlug());
        var open = site.open(outline);
        var form = site.staffPage("/staff/letters/" + open.id() + "/edit", "campaigner")
                .body();
        assertThat(form)
                .contains("This action has been opened", "type=\"hidden\" name=\"slug\"")
                .doesNotContain("id=\"to\"", "id=\"opensAt\"");
    }

    @Test
    void variantsAreWrittenMovedAndRemoved() {
        var id = site.draft(Site.outline(Site.freshSlug()));
        var first = addVariant(id, Map.of("positions", "supports", "body", "Thank you"));
        var second = addVariant(id, Map.of("name", "Scotland", "countries", "Scotland", "subject", "From Scotland"));
        assertThat(page(id)).containsSubsequence("Those who support it", "Supports it", "Body", "Scotland", "Subject");

        var form = site.staffPage("/staff/letters/" + id + "/variants/" + first, "campaigner")
                .body();
        assertThat(form)
                .contains("Thank you", "value=\"Those who support it\"")
                .containsPattern("value=\"supports\"[^>]*checked");
        var changed = site.staffPost(
                "/staff/letters/" + id + "/variants/" + first,
                Map.of("name", "Friends", "positions", "supports", "body", "Thank you so much", "version", "3"),
                "campaigner");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(page(id)).contains("Friends").doesNotContain("Those who support it");

        act(id, "variants/" + second + "/raise");
        assertThat(page(id)).containsSubsequence("Scotland", "Friends");
        act(id, "variants/" + second + "/remove");
        assertThat(page(id)).doesNotContain("From Scotland");
        var late = site.staffPost("/staff/letters/" + id + "/variants/" + second + "/raise", Map.of(), "campaigner");
        assertThat(late.headers().firstValue("Location")).hasValue("/staff/letters/" + id + "?refused");
        assertThat(site.staffPage("/staff/letters/" + id + "/variants/" + second, "campaigner")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', Please give a name",
        "countries, Atlantis, We know no country called “Atlantis”",
        "constituencies, Nowhere South, We know no constituency called “Nowhere South”",
        "positions, adores, Please choose from the positions",
        "body, Dear {name}, {name} would be sent as it stands",
        "positions, '', Please say for whom",
        "body, '', Please write at least one part differently",
    })
    void whatIsWrongInAVariantIsNamed(String field, String value, String words) {
        var id = site.draft(Site.outline(Site.freshSlug()));
        var fields = new LinkedHashMap<>(Map.of("name", "V", "positions", "supports", "body", "Words", "version", "1"));
        fields.put(field, value);
        var answer = site.staffPost("/staff/letters/" + id + "/variants", fields, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void onTrialItIsOpenAndStandsInNoList() {
        var outline = Site.outline(Site.freshSlug());
        var id = site.draft(outline);
        var slug = outline.get("slug");
        tryOut(id, true);
        step(id, "open");
        assertThat(page(id)).contains("On trial", "This action is on trial");
        var api = site.json("/api/letter-actions/" + slug);
        assertThat(api.required("test").asBoolean()).isTrue();
        assertThat(api.required("open").asBoolean()).isTrue();
        assertThat(site.get("/api/letter-actions").body()).doesNotContain("\"" + slug + "\"");
        tryOut(id, false);
        assertThat(site.get("/api/letter-actions").body()).contains("\"" + slug + "\"");
        var refused = site.staffPost("/staff/letters/" + id + "/test", Map.of("on", "true"), "campaigner");
        assertThat(refused.headers().firstValue("Location")).hasValue("/staff/letters/" + id + "?refused");
        assertThat(page(id)).contains("pause it first").doesNotContain("/test\"");
        var published =
                messages.await("letter-action.v1", 2, message -> id.toString().equals(message.key()));
        assertThat(published)
                .extracting(message -> message.json().required("live").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void aStepOutOfTurnLeadsBackToThePageThatSaysHowItStands() {
        var id = site.draft(Site.outline(Site.freshSlug()));
        var refused = site.staffPost("/staff/letters/" + id + "/close", Map.of(), "campaigner");
        assertThat(refused.headers().firstValue("Location")).hasValue("/staff/letters/" + id + "?refused");
        assertThat(site.staffPage("/staff/letters/" + id + "?refused", "campaigner")
                        .body())
                .contains("That was not possible");
    }

    @Test
    void anUnknownActionIsNotFound() {
        var unknown = UUID.randomUUID();
        for (var path : new String[] {"", "/edit", "/preview", "/rehearsal", "/rehearsal.csv", "/variants/new"}) {
            assertThat(site.staffPage("/staff/letters/" + unknown + path, "admin")
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (var step : new String[] {"open", "variants/" + unknown + "/raise"}) {
            assertThat(site.staffPost("/staff/letters/" + unknown + "/" + step, Map.of(), "admin")
                            .statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(site.staffPage("/staff/letters/nonsense", "admin").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/api/letter-actions/nonsense").statusCode()).isEqualTo(404);
    }

    private UUID addVariant(UUID id, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("name", "Those who support it");
        all.putAll(fields);
        var form = site.staffPage("/staff/letters/" + id + "/variants/new", "campaigner")
                .body();
        all.put("version", between(form, "name=\"version\" value=\"", "\""));
        var answer = site.staffPost("/staff/letters/" + id + "/variants", all, "campaigner");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var page = site.staffPage("/staff/letters/" + id, "campaigner").body();
        var last = page.substring(page.lastIndexOf("/variants/", page.lastIndexOf("/remove\"")));
        return UUID.fromString(between(last, "/variants/", "/remove"));
    }

    private static String between(String text, String before, String after) {
        var from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private String page(UUID id) {
        var page = site.staffPage("/staff/letters/" + id, "campaigner");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private void step(UUID id, String step) {
        var answer = site.staffPost("/staff/letters/" + id + "/" + step, Map.of(), "campaigner");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/staff/letters/" + id);
    }

    private void act(UUID id, String step) {
        var answer = site.staffPost("/staff/letters/" + id + "/" + step, Map.of(), "campaigner");
        assertThat(answer.headers().firstValue("Location")).hasValue("/staff/letters/" + id + "#variants");
    }

    private void tryOut(UUID id, boolean on) {
        var answer = site.staffPost("/staff/letters/" + id + "/test", Map.of("on", Boolean.toString(on)), "campaigner");
        assertThat(answer.headers().firstValue("Location")).hasValue("/staff/letters/" + id);
    }
}
