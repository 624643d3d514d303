package org.clarion.registrations;

import org.clarion.testsupport.OpenApiContract;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class OpenApiIT {

    @LocalServerPort
    int port;

    @Test
    void theServiceIsDescribedAsItIs() {
        OpenApiContract.isKept("registrations", port);
    }
}
