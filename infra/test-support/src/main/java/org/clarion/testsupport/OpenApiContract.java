package org.clarion.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description of a running service equals its file in {@code contracts/openapi}. */
public final class OpenApiContract {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiContract() {}

    /**
     * Run with {@code -Dcontracts.write=true} to write the file anew after a wanted change.
     *
     * @param port where the service listens
     */
    public static void isKept(String service, int port) {
        var file = Path.of("..", "..", "contracts", "openapi", service + ".json");
        var described = described(port);
        try {
            if (Boolean.getBoolean("contracts.write")) {
                Files.writeString(file, described);
            }
            assertThat(described).as("OpenAPI of %s", service).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String described(int port) {
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as("status of /v3/api-docs").isEqualTo(200);
            var tree = (ObjectNode) JSON.readTree(response.body());
            tree.remove("servers"); // the port of this very run
            return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
