package org.clarion.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FreshSecretsTests {

    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

    @Test
    void areAllThatTheComposeFileInsistsOn() throws Exception {
        var compose = Files.readString(Path.of("../../docker-compose.yml"));
        var required =
                REQUIRED.matcher(compose).results().map(match -> match.group(1)).collect(Collectors.toSet());

        assertThat(FreshSecrets.make().keySet()).containsExactlyInAnyOrderElementsOf(required);
    }

    @Test
    void differEachTimeAndFitBetweenSingleQuotes() {
        var secrets = FreshSecrets.make();

        assertThat(secrets.values())
                .noneMatch(secret -> secret.contains("'"))
                .doesNotContainAnyElementsOf(FreshSecrets.make().values());
    }
}
