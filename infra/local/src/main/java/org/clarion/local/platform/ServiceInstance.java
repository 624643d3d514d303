package org.clarion.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running copy of a service; further ones beside the first carry their port in the name. */
record ServiceInstance(Service service, String name, int port, Supplier<Launch> launcher) implements Part {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public List<Integer> ports() {
        return List.of(port, PortPlan.management(port));
    }

    @Override
    public Launch launch() {
        return launcher.get();
    }

    @Override
    public Readiness readiness() {
        var health = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(PortPlan.management(port)));
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(health)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Readiness.READY : Readiness.waitingFor(down(answer.body()));
        } catch (IOException _) {
            return Readiness.SILENT;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Readiness.SILENT;
        }
    }

    private static String down(String health) {
        try {
            var components = JSON.readTree(health).path("components");
            var names = components.properties().stream()
                    .filter(component -> !isUp(component.getValue()))
                    .map(component -> component.getKey())
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "itself" : names;
        } catch (JacksonException _) {
            return "something that it does not name";
        }
    }

    private static boolean isUp(JsonNode component) {
        return component.path("status").asString("").equals("UP");
    }
}
