package org.clarion.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PlatformTests {

    @TempDir
    Path folder;

    @Test
    void givesEveryPartPortsOfItsOwn() {
        var ports = platform(Map.of("CLARION_PORT_BASE", "8300")).parts().stream()
                .flatMap(part -> part.ports().stream())
                .toList();

        assertThat(ports)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(8300, 8339))
                .contains(8300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "70000", "http", "-1"})
    void saysWhatIsWrongWithAPortBase(String base) {
        assertThatExceptionOfType(PlatformTrouble.class)
                .isThrownBy(() -> platform(Map.of("CLARION_PORT_BASE", base)))
                .withMessageContaining("CLARION_PORT_BASE");
    }

    @Test
    void leavesOutWhatTheUserBrings() {
        var own = Map.of(
                "SPRING_MONGODB_URI", "mongodb://mongo.example.org:27017",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka.example.org:9092",
                "SPRING_MAIL_HOST", "smtp.example.org");
        var platform = platform(own);

        assertThat(platform.parts()).extracting(Part::name).doesNotContain("mongodb", "kafka", "mail");
        var settings = settings(own, Service.PETITIONS);
        assertThat(settings).containsEntry("SPRING_MONGODB_URI", "mongodb://mongo.example.org:27017/petitions");
        assertThat(settings)
                .doesNotContainKeys("SPRING_KAFKA_BOOTSTRAP_SERVERS", "SPRING_MAIL_HOST", "SPRING_MAIL_PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://127.0.0.1:8100, mongodb://127.0.0.1:8100/petitions",
        "mongodb://u:p%40ss@a:1/other?replicaSet=x, mongodb://u:p%40ss@a:1/petitions?replicaSet=x&authSource=other",
        "mongodb://u:p%40ss@a:1, mongodb://u:p%40ss@a:1/petitions?authSource=admin",
        "mongodb://u:p%40ss@a:1/?authSource=staff, mongodb://u:p%40ss@a:1/petitions?authSource=staff",
        "'mongodb://a:1,b:2/?w=1', 'mongodb://a:1,b:2/petitions?w=1'",
        "mongodb+srv://cluster.example.org, mongodb+srv://cluster.example.org/petitions",
    })
    void givesEachServiceADatabaseOnTheServer(String server, String expected) {
        assertThat(ServiceEnvironment.database(server, "petitions")).isEqualTo(expected);
    }

    @Test
    void knowsFurtherInstancesByTheirPort() {
        var further = platform(Map.of()).part("petitions-8201");

        assertThat(further.ports()).containsExactly(8201, 8211);
        assertThatExceptionOfType(PlatformTrouble.class)
                .isThrownBy(() -> platform(Map.of()).part("peititions"))
                .withMessageContaining("petitions, notifications");
    }

    @Test
    void keepsSecretsForTheirOwnerOnlyAndForGood() throws Exception {
        var settings = settings(Map.of(), Service.PETITIONS);

        try (var files = Files.list(folder.resolve(".clarion/secrets"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".clarion/secrets"))))
                .isEqualTo("rwx------");
        assertThat(settings(Map.of(), Service.PETITIONS)).isEqualTo(settings);
    }

    @Test
    void tellsEachServiceOnlyTheSecretsItNeeds() {
        var gateway = settings(Map.of(), Service.GATEWAY);
        var petitions = settings(Map.of(), Service.PETITIONS);

        assertThat(gateway).containsKey("CLARION_TOKENS_KEY").doesNotContainKey("CLARION_SUPPORTERS_PSEUDONYM_KEY");
        assertThat(petitions).containsKey("CLARION_SUPPORTERS_LINK_KEY").doesNotContainKey("CLARION_TOKENS_KEY");
        var trusted = JsonMapper.shared()
                .readTree(petitions.get("CLARION_TOKENS_TRUSTED"))
                .required("keys");
        assertThat(trusted)
                .extracting(key -> key.path("kid").asString())
                .containsExactly("local", "gateway", "notifications");
        assertThat(trusted).allSatisfy(key -> assertThat(key.has("d")).isFalse());
    }

    @Test
    void deletesDataAndKeepsKeysAtAReset() throws Exception {
        var platform = platform(Map.of());
        settings(Map.of(), Service.GATEWAY);
        platform.home().prepare();
        Files.writeString(platform.home().mail().resolve("00000001-a@example.org.eml"), "mail");
        Files.writeString(platform.home().demonstration(), "");

        platform.home().forget();

        assertThat(platform.home().mail()).doesNotExist();
        assertThat(platform.home().demonstration()).doesNotExist();
        assertThat(platform.home().secrets()).isNotEmptyDirectory();
    }

    private Platform platform(Map<String, String> environment) {
        return Platform.of(folder, environment);
    }

    private Map<String, String> settings(Map<String, String> environment, Service service) {
        var platform = platform(environment);
        return new ServiceEnvironment(platform, new Secrets(platform.home().secrets()), environment)
                .of(service, service.id(), platform.ports().of(service));
    }
}
