package org.clarion.petitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.clarion.servicedefaults.tokens.SigningKey;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Neither store nor broker are there, and the broker's name leads nowhere, as that of a stopped container: the service starts all the same, says so, and thanks nobody. */
@SpringBootTest(
        classes = PetitionsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.mongodb.uri=mongodb://127.0.0.1:1/petitions",
            "spring.kafka.bootstrap-servers=broker.invalid:9092",
        })
class WithoutBackendsTests {

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void secrets(DynamicPropertyRegistry properties) {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        properties.add("clarion.tokens.trusted", () -> SigningKey.trusted(SigningKey.generate("gateway")));
        properties.add("clarion.supporters.pseudonym-key", () -> "k1:" + key);
        properties.add("clarion.supporters.link-key", () -> "k1:" + key);
    }

    @Test
    void aSignatureThatCannotBeKeptIsRefusedHonestly() {
        var site = new Site(port);
        var answer = site.postJson(
                "/api/petitions/keep-the-act/signatures",
                new JsonMapper().writeValueAsString(Site.signature("ann@example.org")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("/problems/unavailable").doesNotContain("127.0.0.1", "ann@example.org");
        assertThat(site.page("/petitions/keep-the-act").statusCode()).isEqualTo(503);
        assertThat(site.page("/petitions/keep-the-act/confirm/k1.x").statusCode())
                .isEqualTo(503);
    }

    @Test
    void itLivesAndSaysThatItIsNotReady() {
        var site = new Site(port);
        assertThat(site.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(site.get("/actuator/health/traffic").statusCode()).isEqualTo(503);
    }
}
