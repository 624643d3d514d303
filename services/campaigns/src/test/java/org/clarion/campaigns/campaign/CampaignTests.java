package org.clarion.campaigns.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.clarion.campaigns.campaign.Campaign.Status;
import org.clarion.pageshell.Deed;
import org.junit.jupiter.api.Test;

class CampaignTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Outline OUTLINE =
            new Outline("a-date-to-go-home", "en", "A date to go home", "A limit in law.", "Text", Accent.INDIGO);

    private final Campaign campaign =
            Campaign.launch(UUID.randomUUID(), OUTLINE, "ada@example.org", NOW).state();

    @Test
    void aCampaignIsOpenFromItsLaunch() {
        assertThat(campaign.version()).isEqualTo(1);
        assertThat(campaign.status()).isEqualTo(Status.OPEN);
        assertThat(campaign.deeds()).containsExactly(new Deed<>(NOW, "ada@example.org", CampaignDeed.LAUNCHED));
    }

    @Test
    void anEditChangesWhatWasWrittenAndNamesTheEditor() {
        var other = new Outline("new-address", "en", "New title", "New summary.", "New text", Accent.PLUM);
        var edited = campaign.edit(other, "bo@example.org", NOW).state();

        assertThat(edited.outline()).isEqualTo(other);
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.deeds().getLast()).isEqualTo(new Deed<>(NOW, "bo@example.org", CampaignDeed.EDITED));
    }

    @Test
    void aClosedCampaignCanBeOpenedAgainButNotClosedTwice() {
        var closed = campaign.close("ada@example.org", NOW).state();
        assertThat(closed.isOpen()).isFalse();
        assertThatThrownBy(() -> closed.close("ada@example.org", NOW)).isInstanceOf(CampaignRefusal.class);

        assertThat(closed.reopen("ada@example.org", NOW).state().isOpen()).isTrue();
        assertThatThrownBy(() -> campaign.reopen("ada@example.org", NOW)).isInstanceOf(CampaignRefusal.class);
    }
}
