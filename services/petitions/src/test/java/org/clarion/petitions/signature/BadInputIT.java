package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.testsupport.BadInput.assertNothingShown;
import static org.clarion.testsupport.BadInput.assertRefused;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.testsupport.ActionClient.Opened;
import org.clarion.testsupport.BadInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Whatever comes in: a 4xx problem detail, nothing of the inside shown, nothing stored. */
@RunningService
class BadInputIT {

    private static final BadInput BAD = new BadInput(Map.of(
            "name", "\"Ann\"",
            "email", "\"ann@example.org\"",
            "postcode", "\"AB42 4EL\"",
            "country", "\"GB\""));

    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    private Site site = new Site(0);
    private Opened petition = new Opened(new java.util.UUID(0, 0), "");

    @BeforeEach
    void open() {
        site = new Site(port);
        petition = site.open();
    }

    @AfterEach
    void nothingIsStored() {
        var ofPetition = Query.query(Criteria.where("petition").is(petition.id()));
        assertThat(mongo.count(ofPetition, "signatures")).isZero();
    }

    static Stream<String> bodies() {
        return Stream.concat(BAD.bodies(), BAD.homesAndTexts());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badJsonIsRefused(String body) {
        assertRefused(site.postJson(path(), body), 400);
    }

    static Stream<String> otherContentTypes() {
        return BadInput.otherContentTypes();
    }

    @ParameterizedTest
    @MethodSource("otherContentTypes")
    void otherContentTypesAreRefused(String type) {
        assertRefused(site.post(path(), type, BodyPublishers.ofString(BAD.good())), 415);
    }

    static Stream<BodyPublisher> tenMegabytes() {
        return BAD.tenMegabytes();
    }

    @ParameterizedTest
    @MethodSource("tenMegabytes")
    void tenMegabytesAreRefused(BodyPublisher body) {
        assertRefused(site.post(path(), "application/json", body), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/petitions/no-such-petition/signatures, 404",
        "POST, /api/petitions/$gt/signatures, 404",
        "POST, '/api/petitions/%7B%22$gt%22:%22%22%7D/signatures', 404",
        "GET, /api/petitions/no-such-petition, 404",
        "GET, /api/petitions/no-such-petition/totals, 404",
        "GET, /petitions/no-such-petition, 404",
        "GET, /petitions/no-such-petition/progress, 404",
        "POST, /petitions/no-such-petition/signatures, 404",
        "GET, /petitions/SLUG/confirm/nonsense, 410",
        "POST, /petitions/SLUG/confirm/nonsense, 410",
        "POST, /petitions/SLUG/confirm/k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 410",
        "POST, /petitions/SLUG/not-me/k9.x, 410",
        "POST, /petitions/SLUG/withdraw/%20, 410",
        "POST, /petitions/SLUG/manage/nonsense, 410",
        "POST, /petitions/SLUG/sent/nonsense, 410",
        "POST, /petitions/no-such-petition/confirm/nonsense, 404",
        "GET, /petitions/SLUG/confirm/%00, 400",
        "GET, /petitions/SLUG/nothing, 404",
        "DELETE, /api/petitions/SLUG, 405",
        "PUT, /api/petitions/SLUG/signatures, 405",
        "GET, /staff/petitions, 401",
        "POST, /staff/petitions, 401",
        "POST, /internal/mail-claims, 401",
        "GET, /internal/mail-claims, 401",
        "GET, /elsewhere, 404",
    })
    void addressesThatLeadNowhereAreRefused(String method, String address, int status) {
        var path = address.replace("SLUG", petition.slug());
        assertRefused(site.ask(method, path, path.startsWith("/petitions"), BAD.good()), status);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                        BadInput.fields(),
                        BadInput.fieldsOfHomesAndTexts(),
                        Stream.of(Arguments.of("source", "x".repeat(100_000), 413)))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void badFormsAreRefused(String field, String value, int status) {
        var form = new LinkedHashMap<String, String>(Map.of(
                "name", "Ann",
                "email", "ann@example.org",
                "postcode", "AB42 4EL",
                "country", "GB",
                "language", "en",
                "wording", "updates-2026-11",
                "source", "direct",
                "text", "1"));
        form.put(field, value);
        assertNothingShown(site.postForm("/petitions/" + petition.slug() + "/signatures", form), status);
    }

    private String path() {
        return "/api/petitions/" + petition.slug() + "/signatures";
    }
}
