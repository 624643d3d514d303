package org.clarion.campaigns.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.TestSecrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Backends.class)
class CampaignPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String slug = "c-" + UUID.randomUUID();

    @Test
    void aLaunchedCampaignHasItsPagesAndIsAnnounced() throws Exception {
        var page = launched();

        assertThat(get(page, "viewer").body()).contains("A date to go home", "campaigner@example.org", "Launched it");
        assertThat(get("/campaigns/" + slug, "").body()).contains("A date to go home", "<strong>28 days</strong>");
        assertThat(get("/staff/campaigns", "viewer").body()).contains("A date to go home");
        assertThat(messages.await("campaign.v1", 1, m -> page.endsWith(String.valueOf(m.key())))
                        .getFirst()
                        .type())
                .isEqualTo("campaign.launched.v1");
    }

    @Test
    void whatWasTypedIsKeptWhenSomethingIsMissing() throws Exception {
        var form = form();
        form.remove("title");
        var answer = post("/staff/campaigns", form, "campaigner");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Please give a title", slug, "28 days");
    }

    @Test
    void twoCampaignsCannotHaveOneAddress() throws Exception {
        launched();

        var second = post("/staff/campaigns", form(), "campaigner");

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("Another campaign has this address");
    }

    @Test
    void anEditDoesNotOverwriteWhatSomebodyElseHasChanged() throws Exception {
        var page = launched();
        var edit = form();
        edit.put("version", "1");
        edit.put("title", "A new title");
        assertThat(post(page + "/edit", edit, "campaigner").statusCode()).isEqualTo(303);

        var late = post(page + "/edit", edit, "campaigner");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else has changed this campaign");
    }

    @Test
    void aClosedCampaignSaysSo() throws Exception {
        var page = launched();
        assertThat(post(page + "/close", Map.of(), "campaigner").statusCode()).isEqualTo(303);

        assertThat(get("/campaigns/" + slug, "").body()).contains("This campaign is over");
        assertThat(post(page + "/close", Map.of(), "campaigner").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?refused"));
    }

    @Test
    void viewersMayLookButNotAct() throws Exception {
        var page = launched();

        assertThat(get(page, "viewer").body()).doesNotContain("/close");
        assertThat(post(page + "/close", Map.of(), "viewer").statusCode()).isEqualTo(403);
        assertThat(get("/staff/campaigns/new", "viewer").statusCode()).isEqualTo(403);
        assertThat(get("/staff/campaigns", "").statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownCampaignIsNotFound() throws Exception {
        assertThat(get("/campaigns/nothing-here", "").statusCode()).isEqualTo(404);
        assertThat(get("/staff/campaigns/" + UUID.randomUUID(), "viewer").statusCode())
                .isEqualTo(404);
        assertThat(get("/staff/campaigns/not-an-id", "viewer").statusCode()).isBetween(400, 404);
    }

    private String launched() throws Exception {
        var answer = post("/staff/campaigns", form(), "campaigner");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of(
                "slug", slug,
                "language", "en",
                "title", "A date to go home",
                "summary", "A limit written into law.",
                "text", "A limit of **28 days**. <script>alert(1)</script>",
                "accent", "indigo"));
    }

    private HttpResponse<String> get(String path, String role) throws Exception {
        return send(request(path, role).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String role) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, role)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String role) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html");
        return role.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + TestSecrets.staffToken("campaigns", role));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
