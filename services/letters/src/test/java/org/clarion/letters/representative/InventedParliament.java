package org.clarion.letters.representative;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.Extension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clarion.letters.representative.MemberSettings.Source;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import tools.jackson.databind.json.JsonMapper;

/** The Members API, version 1, in its shapes: member 1000 + i sits for the constituency that is i-th by name. */
final class InventedParliament implements AutoCloseable {

    private static final List<Constituency> SEATS = new Constituencies().all();

    final WireMockServer server;
    final List<Map<String, Object>> sitting = new ArrayList<>();

    InventedParliament(int members, Extension... extensions) {
        server = new WireMockServer(wireMockConfig().dynamicPort().extensions(extensions));
        server.start();
        for (int i = 0; i < members; i++) {
            sitting.add(member(i));
            contact(i, "m" + i + "@example.org");
        }
    }

    MemberSettings settings() {
        return new MemberSettings(
                Source.PARLIAMENT,
                URI.create(server.baseUrl()),
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15));
    }

    static String code(int i) {
        return SEATS.get(i).code();
    }

    static String nameOf(int i) {
        return SEATS.get(i).name();
    }

    /** Shows everybody who is sitting, on pages of twenty. */
    void assemble() {
        for (int skip = 0; skip < sitting.size(); skip += 20) {
            var page = sitting.subList(skip, Math.min(skip + 20, sitting.size()));
            server.stubFor(get(urlPathEqualTo("/api/Members/Search"))
                    .withQueryParam("skip", equalTo(String.valueOf(skip)))
                    .willReturn(okJson(json(Map.of(
                            "items",
                            page.stream()
                                    .map(each -> Map.of("value", each, "links", List.of()))
                                    .toList(),
                            "totalResults",
                            sitting.size(),
                            "skip",
                            skip,
                            "take",
                            20)))));
        }
    }

    void contact(int i, String address) {
        answers(
                "/api/Members/" + (1_000 + i) + "/Contact",
                json(Map.of(
                        "value",
                        List.of(Map.of(
                                "type",
                                "Parliamentary office",
                                "typeId",
                                1,
                                "isPreferred",
                                false,
                                "isWebAddress",
                                false,
                                "email",
                                address)))));
    }

    void answers(String path, String body) {
        server.stubFor(get(urlEqualTo(path)).willReturn(okJson(body)));
    }

    static String item(Map<String, Object> member) {
        return json(Map.of("value", member));
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static Map<String, Object> member(int i) {
        return member(i, Map.of());
    }

    static Map<String, Object> member(int i, Map<String, Object> other) {
        return member(i, other, Map.of());
    }

    static Map<String, Object> member(int i, Map<String, Object> other, Map<String, Object> otherMembership) {
        var membership = new HashMap<String, Object>();
        membership.put("membershipFrom", SEATS.get(i).name());
        membership.put("membershipFromId", 3_500 + i);
        membership.put("house", 1);
        membership.put("membershipStartDate", "2024-07-04T00:00:00");
        membership.put("membershipEndDate", null);
        membership.putAll(otherMembership);
        var member = new HashMap<String, Object>();
        member.put("id", 1_000 + i);
        member.put("nameListAs", "Vale, Dr Ada");
        member.put("nameDisplayAs", "Dr Ada Vale");
        member.put("nameFullTitle", "Rt Hon Dr Ada Vale MP");
        member.put("nameAddressAs", null);
        member.put("latestParty", Map.of("id", 90, "name", "Meadow Party", "isIndependentParty", false));
        member.put("gender", "F");
        member.put("latestHouseMembership", membership);
        member.putAll(other);
        return member;
    }

    @Override
    public void close() {
        server.stop();
    }
}
