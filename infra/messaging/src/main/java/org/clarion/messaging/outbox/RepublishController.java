package org.clarion.messaging.outbox;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends every current state of this service again; what {@code clarion republish SERVICE} calls. */
@RestController
@RequestMapping("/internal/republish")
class RepublishController {

    private final AggregateStores stores;

    RepublishController(AggregateStores stores) {
        this.stores = stores;
    }

    /** @return topic → how many states were handed to the relay */
    @PostMapping
    Map<String, Long> republish() {
        return stores.republishAll();
    }
}
