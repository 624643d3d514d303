package org.clarion.servicedefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTests {

    @Test
    void linksStartWithTheOrigin() {
        var url = new PublicUrl(URI.create("https://actions.example.org/"));
        assertThat(url.to("/petitions/x")).hasToString("https://actions.example.org/petitions/x");
        assertThat(url.secure()).isTrue();
        assertThat(new PublicUrl(URI.create("http://localhost:8080")).secure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "/x", "https://example.org/path", "mailto:a@example.org"})
    void anythingButAnOriginIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicUrl(URI.create(url)));
    }
}
