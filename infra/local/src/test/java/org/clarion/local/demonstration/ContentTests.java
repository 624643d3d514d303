package org.clarion.local.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentTests {

    private final Content content = Content.read();

    @Test
    void namesEveryCampaignAndPetitionOnce() {
        assertThat(content.campaigns())
                .hasSize(5)
                .extracting(Content.Campaign::slug)
                .doesNotHaveDuplicates();
        assertThat(content.petitions())
                .isNotEmpty()
                .extracting(Content.Petition::slug)
                .doesNotHaveDuplicates();
    }

    @Test
    void putsEveryPetitionUnderACampaignThatIsThere() {
        assertThat(content.petitions())
                .extracting(Content.Petition::campaign)
                .isSubsetOf(
                        content.campaigns().stream().map(Content.Campaign::slug).toList());
    }

    @Test
    void showsADraftBesideOpenPetitions() {
        assertThat(content.petitions()).extracting(Content.Petition::open).contains(true, false);
    }
}
