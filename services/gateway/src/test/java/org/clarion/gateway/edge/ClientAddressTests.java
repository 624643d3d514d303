package org.clarion.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTests {

    private final ClientAddress addresses = new ClientAddress(new EdgeSettings(List.of("10.0.0.0/8", "::1")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "203.0.113.9, -, 203.0.113.9",
                "203.0.113.9, 198.51.100.1, 203.0.113.9",
                "10.0.0.1, -, 10.0.0.1",
                "10.0.0.1, 198.51.100.1, 198.51.100.1",
                "10.0.0.1, '203.0.113.66, 198.51.100.1', 198.51.100.1",
                "10.0.0.1, '203.0.113.66, 198.51.100.1, 10.2.3.4', 198.51.100.1",
                "10.0.0.1, '198.51.100.1:5678, 10.2.3.4:80', 198.51.100.1",
                "10.0.0.1, '[2001:db8:1:2::7]:5678', 20010db800010002",
                "10.0.0.1, '[2001:db8:1:2::7]', 20010db800010002",
                "10.0.0.1, 'unknown', 10.0.0.1",
                "10.0.0.1, 'unknown:80', 10.0.0.1",
                "10.0.0.1, 'localhost', 10.0.0.1",
                "10.0.0.1, '198.51.100.1, evil.example', 10.0.0.1",
                "10.0.0.1, ' , ,', 10.0.0.1",
                "10.0.0.1, '10.1.1.1, 10.2.2.2', 10.1.1.1",
                "::1, 2001:db8:1:2:3:4:5:6, 20010db800010002",
                "2001:db8:1:2::1, 198.51.100.1, 20010db800010002",
                "2001:db8:1:3::1, -, 20010db800010003",
            })
    void aClaimCountsOnlyBehindATrustedProxy(String peer, String claimed, String expected) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (claimed != null) {
            request.addHeader("X-Forwarded-For", claimed);
        }
        assertThat(addresses.of(request)).isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.1");
        request.addHeader("X-Forwarded-For", "203.0.113.66");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        assertThat(addresses.of(request)).isEqualTo("198.51.100.1");
    }

    @Test
    void withoutTrustedProxiesNobodyIsBelieved() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        assertThat(new ClientAddress(new EdgeSettings(List.of())).of(request)).isEqualTo("127.0.0.1");
    }
}
