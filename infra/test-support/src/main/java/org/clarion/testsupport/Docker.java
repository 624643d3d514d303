package org.clarion.testsupport;

import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** Whether tests run on containers. */
final class Docker {

    static final DockerImageName MONGODB = DockerImageName.parse("mongo:8");
    static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.2.1");
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private Docker() {}

    /** {@code CLARION_TEST_BACKENDS} = {@code docker} or {@code local} decides; otherwise Docker is used where it answers. */
    static boolean answers() {
        var wish = System.getenv().getOrDefault("CLARION_TEST_BACKENDS", "");
        return switch (wish) {
            case "docker" -> true;
            case "local" -> false;
            case "" -> DockerClientFactory.instance().isDockerAvailable();
            default -> throw new IllegalArgumentException("CLARION_TEST_BACKENDS is docker or local, not " + wish);
        };
    }
}
