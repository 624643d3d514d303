package org.clarion.petitions.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class StaffPetitionsIT {

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
        assertThat(site.page("/petitions/" + slug).statusCode())
                .as("a draft is seen by nobody")
                .isEqualTo(404);
        assertThat(site.staffPage("/staff/petitions/" + id + "/preview", "viewer")
                        .body())
                .contains("Preview", "Keep the Human Rights Act whole", "<strong>keep</strong>")
                .doesNotContain("<script>alert");

        step(id, "open");
        assertThat(site.page("/petitions/" + slug).statusCode()).isEqualTo(200);
        assertThat(site.page("/petitions").body()).contains("/petitions/" + slug);
        assertThat(site.get("/api/petitions").body()).contains(slug);
        outline.put("text", "Other words");
        outline.put("version", "2");
        site.staffPost("/staff/petitions/" + id + "/edit", outline, "campaigner");
        step(id, "close");
        step(id, "archive");
        assertThat(site.get("/api/petitions").body()).doesNotContain(slug);

        var published =
                messages.await("petition.v1", 4, message -> id.toString().equals(message.key()));
        assertThat(published)
                .extracting(message -> message.type())
                .containsExactly(
                        "petition.opened.v1", "petition.edited.v1", "petition.closed.v1", "petition.archived.v1");
        assertThat(published.getFirst().json().required("staffPath").asString()).isEqualTo("/staff/petitions/" + id);
        assertThat(published.getFirst().text()).doesNotContain("campaigner@example.org");

        assertThat(site.staffPage("/staff/petitions/" + id, "viewer").body())
                .contains(
                        "campaigner@example.org",
                        "Wrote the first draft",
                        "Opened it",
                        "Changed the text: version 2",
                        "Closed it",
                        "Archived it");
        assertThat(site.staffPage("/staff/petitions", "viewer").body()).contains("/staff/petitions/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "events"})
    void whoMayOnlyLookCannotAct(String role) {
        var id = site.draft(Site.outline(Site.freshSlug()));
        assertThat(site.staffPage("/staff/petitions/" + id, role).body()).doesNotContain("/open\"", "/edit\"");
        assertThat(site.staffPage("/staff/petitions/new", role).statusCode()).isEqualTo(403);
        assertThat(site.staffPost("/staff/petitions", Site.outline(Site.freshSlug()), role)
                        .statusCode())
                .isEqualTo(403);
        for (var step : new String[] {"open", "close", "archive", "edit"}) {
            assertThat(site.staffPost("/staff/petitions/" + id + "/" + step, Map.of(), role)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void anAddressIsTakenOnce() {
        var outline = Site.outline(Site.freshSlug());
        site.draft(outline);
        var answer = site.staffPost("/staff/petitions", outline, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This address is taken already", "Keep the Human Rights Act whole");
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', Please give a title",
        "slug, Not A Slug, Please use small letters",
        "slug, '', Please give an address",
        "summary, '', Please say it in one or two sentences",
        "addressee, '', Please say who is asked to act",
        "text, '', Please write the text",
        "goal, lots, Please give a number",
        "goal, 0, Please give a number",
        "campaign, nonsense, Please choose a campaign",
        "closesAt, tomorrow, Please give a day and a time",
        "closesAt, 2020-01-01T10:00, Please choose a closing time in the future",
    })
    void whatIsWrongIsNamedAndTheRestStays(String field, String value, String words) {
        var outline = Site.outline(Site.freshSlug());
        outline.put(field, value);
        var answer = site.staffPost("/staff/petitions", outline, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "href=\"#" + field + "\"", "value=\"en\"");
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        var outline = Site.outline(Site.freshSlug());
        var id = site.draft(outline);
        outline.put("version", "1");
        outline.put("title", "First");
        assertThat(site.staffPost("/staff/petitions/" + id + "/edit", outline, "campaigner")
                        .statusCode())
                .isEqualTo(303);
        outline.put("title", "Second");
        var late = site.staffPost("/staff/petitions/" + id + "/edit", outline, "campaigner");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else has changed this", "value=\"Second\"");
        assertThat(site.staffPage("/staff/petitions/" + id, "viewer").body())
                .contains("First")
                .doesNotContain("Second");
    }

    @Test
    void theFormShowsWhatIsThere() {
        var outline = Site.outline(Site.freshSlug());
        outline.put("closesAt", "2099-07-01T12:30");
        var id = site.draft(outline);
        assertThat(site.staffPage("/staff/petitions/" + id + "/edit", "admin").body())
                .contains("value=\"2099-07-01T12:30\"", "value=\"1000\"", "We ask you to **keep** it.");
        assertThat(site.staffPage("/staff/petitions/new", "admin").statusCode()).isEqualTo(200);
    }

    @Test
    void aStepOutOfTurnLeadsBackToThePageThatSaysHowItStands() {
        var id = site.draft(Site.outline(Site.freshSlug()));
        var refused = site.staffPost("/staff/petitions/" + id + "/close", Map.of(), "campaigner");
        assertThat(refused.headers().firstValue("Location")).hasValue("/staff/petitions/" + id + "?refused");
        assertThat(site.staffPage("/staff/petitions/" + id + "?refused", "campaigner")
                        .body())
                .contains("That was not possible");
    }

    @Test
    void anUnknownPetitionIsNotFound() {
        assertThat(site.staffPage("/staff/petitions/" + UUID.randomUUID(), "admin")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.staffPost("/staff/petitions/" + UUID.randomUUID() + "/open", Map.of(), "admin")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.staffPage("/staff/petitions/nonsense", "admin").statusCode())
                .isEqualTo(400);
    }

    private void step(UUID id, String step) {
        var answer = site.staffPost("/staff/petitions/" + id + "/" + step, Map.of(), "campaigner");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/staff/petitions/" + id);
    }
}
