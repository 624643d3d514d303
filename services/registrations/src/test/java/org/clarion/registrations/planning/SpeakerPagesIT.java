package org.clarion.registrations.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.gathering.Speaker;
import org.clarion.registrations.picture.OldPictures;
import org.clarion.registrations.picture.SamplePictures;
import org.clarion.testsupport.TestSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunningService
class SpeakerPagesIT {

    private static final byte[] PICTURE = SamplePictures.of("png", 300, 200, Color.ORANGE);
    private static final String WORDS = "Ann “O’Nym” <smiling>";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Gatherings gatherings;

    private Site site;
    private Gathering talk;
    private String page;

    @BeforeEach
    void open() {
        site = new Site(port, context);
        talk = site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(10, null)));
        page = "/staff/registrations/" + talk.id() + "/speakers";
    }

    @Test
    void aPictureIsShownToEverybodyWithItsWordsAndKeptForLong() {
        assertThat(upload(PICTURE, WORDS, "campaigner").headers().firstValue("Location"))
                .hasValue(page);
        var speaker = speaker();
        assertThat(speaker.alternative()).isEqualTo(WORDS);
        assertThat(site.staffPage(page, "campaigner").body()).contains(speaker.picture(), "Take the picture away");
        assertThat(site.staffPage(page.replace("speakers", "preview"), "viewer").body())
                .contains("src=\"" + speaker.picture() + "\"", "alt=\"Ann “O’Nym” &lt;smiling&gt;\"");
        var picture = site.get(String.valueOf(speaker.picture()));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "immutable");
        assertThat(site.get("/events/pictures/" + "0".repeat(32) + ".jpg").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/events/pictures/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoKeepsTheirNameKeepsTheirPictureWhenTheEventIsEdited() {
        upload(PICTURE, WORDS, "campaigner");
        var before = gatherings.find(talk.id());
        var form =
                site.staffPage(page.replace("speakers", "edit"), "campaigner").body();
        assertThat(form).contains("Nym | was there");
        var fields = Map.ofEntries(
                Map.entry("version", Long.toString(before.version())),
                Map.entry("slug", before.slug()),
                Map.entry("language", "en"),
                Map.entry("title", before.programme().title()),
                Map.entry("summary", "Other words."),
                Map.entry("text", "Come."),
                Map.entry("host", "Rushlight"),
                Map.entry("speakers", "Bob | is new\nAnn O’Nym | was there, and tells"),
                Map.entry("sessions", SessionLines.written(before.programme().sessions())),
                Map.entry("modes", "in-person,online"),
                Map.entry("venue", "The Old Library"),
                Map.entry("address", "1 Mill Road, Leeds"),
                Map.entry("guests", "3"));
        assertThat(site.staffPost(page.replace("speakers", "edit"), fields, "campaigner")
                        .statusCode())
                .isEqualTo(303);
        assertThat(gatherings.find(talk.id()).programme().speakers())
                .containsExactly(
                        new Speaker("Bob", "is new"),
                        new Speaker(
                                "Ann O’Nym",
                                "was there, and tells",
                                before.programme().speakers().getFirst().picture(),
                                WORDS));
    }

    @Test
    void everyFlawIsNamedAndWhatWasTypedStays() {
        var wordless = upload(PICTURE, " ", "campaigner");
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("Please say in at most 200 characters what the picture shows");
        assertThat(upload(new byte[0], WORDS, "campaigner").body()).contains("Please choose a picture");
        for (var unfit : new byte[][] {"<svg/>".getBytes(StandardCharsets.US_ASCII), new byte[400 * 1024]}) {
            var refused = upload(unfit, "Kept as typed", "campaigner");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("We cannot use this picture", "value=\"Kept as typed\"");
        }
        assertThat(upload(new byte[600 * 1024], WORDS, "campaigner").statusCode())
                .isEqualTo(413);
        assertThat(upload(PICTURE, "a\u0007b", "campaigner").statusCode())
                .as("as in every form")
                .isEqualTo(400);
        assertThat(speaker().picture()).isNull();
        assertThat(upload(PICTURE, WORDS, "viewer").statusCode()).isEqualTo(403);
        assertThat(site.staffPost(page + "/7/remove", Map.of("version", "2"), "campaigner")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatNothingShowsAnyMoreIsDeleted() {
        upload(SamplePictures.of("jpeg", 200, 200, Color.GREEN), WORDS, "campaigner");
        var shown = String.valueOf(speaker().picture());
        var version = Long.toString(gatherings.find(talk.id()).version());
        assertThat(site.staffPost(page + "/0/remove", Map.of("version", "1"), "campaigner")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .as("somebody else was quicker")
                .endsWith("?refused");
        site.staffPost(page + "/0/remove", Map.of("version", version), "campaigner");
        assertThat(speaker().picture()).isNull();
        var name = shown.substring(shown.lastIndexOf('/') + 1).replace(".jpg", "");
        var pictures = new OldPictures(context);
        pictures.sweep();
        assertThat(site.get(shown).statusCode())
                .as("a day long it may come back")
                .isEqualTo(200);
        pictures.keptAt(name, Date.from(Instant.now().minus(Duration.ofDays(2))));
        pictures.sweep();
        assertThat(site.get(shown).statusCode()).isEqualTo(404);
    }

    private Speaker speaker() {
        return gatherings.find(talk.id()).programme().speakers().getFirst();
    }

    private HttpResponse<String> upload(byte[] picture, String alternative, String role) {
        var version = Long.toString(gatherings.find(talk.id()).version());
        var body = new ByteArrayOutputStream();
        body.writeBytes(part("version", version));
        body.writeBytes(part("alternative", alternative));
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return site.send(site.to(page + "/0")
                .header("Accept", "text/html")
                .header("Authorization", "Bearer " + TestSecrets.staffToken("registrations", role))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] part(String name, String value) {
        return ("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
