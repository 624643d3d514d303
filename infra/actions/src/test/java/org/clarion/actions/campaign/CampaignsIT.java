package org.clarion.actions.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.UUID;
import org.clarion.actions.SampleService;
import org.clarion.messaging.MessageJson;
import org.clarion.testsupport.Contracts;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SampleService
class CampaignsIT {

    record Version(UUID id, long version, String state) {}

    private static final UUID CAMPAIGN = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0cc01");

    @Autowired
    PublishedMessages messages;

    @Autowired
    Campaigns campaigns;

    @Test
    void everyExampleOfACampaignIsTakenOnceTwiceAndOutOfOrder() {
        var examples = new ArrayList<>(Contracts.examples("campaign.v1"));
        for (int round = 0; round < 2; round++) {
            examples.forEach(messages::send);
        }
        Collections.reverse(examples);
        examples.forEach(messages::send);
        var newest = examples.stream()
                .map(example -> MessageJson.read(example.body(), Version.class))
                .filter(version -> version.id().equals(CAMPAIGN))
                .max(Comparator.comparingLong(Version::version))
                .orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(campaigns.all("en"))
                        .filteredOn(campaign -> campaign.id().equals(CAMPAIGN))
                        .singleElement()
                        .satisfies(campaign -> assertThat(campaign.state()).isEqualTo(newest.state())));
        assertThat(messages.on("campaign.v1.dlt")).isEmpty();
        assertThat(campaigns.find(CAMPAIGN)).isPresent();
        assertThat(campaigns.find(null)).isEmpty();
    }
}
