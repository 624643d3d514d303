package org.clarion.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls from the launcher to a service of the platform. */
public final class ServiceCalls {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Too large, at odds with what is there, or not to be understood. */
    private static final Set<Integer> REFUSES_CONTENT = Set.of(409, 413, 422);

    private final Service service;
    private final URI address;
    private final TokenIssuer launcher;
    private final TokenIssuer gateway;

    /**
     * @param launcher signs what the launcher asks in its own name
     * @param gateway signs what it asks for a member of staff; services take that from the gateway only
     */
    ServiceCalls(Service service, URI address, TokenIssuer launcher, TokenIssuer gateway) {
        this.service = service;
        this.address = address;
        this.launcher = launcher;
        this.gateway = gateway;
    }

    public JsonNode get(String path) {
        return JSON.readTree(send(asService(path).GET()).body());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return post(path, body, PATIENCE);
    }

    /** For what takes longer than an answer usually may. */
    public JsonNode post(String path, Map<String, ?> body, Duration patience) {
        var request = asService(path)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return JSON.readTree(send(request).body());
    }

    /**
     * Posts a file.
     *
     * @throws PlatformTrouble in the service's own words where it refuses what is in the file
     */
    public JsonNode postFile(String path, byte[] file, String type) {
        var request = asService(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        var answer = answer(request);
        if (REFUSES_CONTENT.contains(answer.statusCode())) {
            throw new PlatformTrouble(
                    JSON.readTree(answer.body()).path("detail").asString());
        }
        return JSON.readTree(successful(request, answer).body());
    }

    /** Posts a form of a staff page, as a member of staff does by way of the gateway. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields, Staff staff) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, gateway.forStaff(service.id(), staff))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder asService(String path) {
        return request(path, launcher.forService(service.id()));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        return successful(request, answer(request));
    }

    private HttpResponse<String> successful(HttpRequest request, HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new PlatformTrouble("%s answers %d to %s %s: %s"
                    .formatted(
                            service.id(),
                            answer.statusCode(),
                            request.method(),
                            request.uri().getPath(),
                            answer.body().strip()));
        }
        return answer;
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PlatformTrouble(
                    "%s does not answer on %s. Does the platform run? See ./clarion status."
                            .formatted(service.id(), address),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted while waiting for " + service.id(), e);
        }
    }
}
