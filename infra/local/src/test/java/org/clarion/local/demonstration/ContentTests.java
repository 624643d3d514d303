package org.clarion.local.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

    @Test
    void inventsMembersWhomNobodyCanReach() throws IOException {
        try (var file = getClass().getResourceAsStream("/demo/members.csv")) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();

            assertThat(lines).hasSizeBetween(30, 60).anyMatch(line -> line.contains(",Vacant,"));
            assertThat(lines)
                    .filteredOn(line -> !line.contains(",Vacant,"))
                    .allMatch(line -> line.endsWith("@example.org") || line.endsWith(",No email found"))
                    .anyMatch(line -> line.endsWith(",No email found"));
        }
    }

    @Test
    void lettersHaveWordsForThoseWhoAgreeAndForTheOthers() {
        assertThat(content.letters()).singleElement().satisfies(action -> {
            assertThat(content.campaigns()).extracting(Content.Campaign::slug).contains(action.campaign());
            assertThat(action.opening()).contains("{salutation}");
            assertThat(action.prompts()).isNotEmpty();
            assertThat(action.variants())
                    .hasSize(2)
                    .anySatisfy(variant -> assertThat(variant.positions()).isEqualTo("supports"));
            assertThat(action.variants())
                    .extracting(variant -> variant.form(1).get("body"))
                    .doesNotContainNull();
        });
    }

    @Test
    void eventsAreATalkAFestivalAndAGroupByApplication() {
        var monday = LocalDate.of(2027, 3, 1);

        assertThat(content.gatherings())
                .extracting(Content.Gathering::campaign)
                .isSubsetOf(
                        content.campaigns().stream().map(Content.Campaign::slug).toList());
        assertThat(content.gatherings())
                .extracting(gathering -> gathering.sessions().size())
                .containsExactly(1, 6, 3);
        assertThat(content.gatherings()).extracting(Content.Gathering::approval).containsExactly(false, false, true);
        assertThat(content.gatherings().getFirst().form("", "Rushlight", monday))
                .containsEntry("sessions", "2027-03-25 18:30 to 20:30 |  | ")
                .containsEntry("modes", "in-person,online");
    }

    @Test
    void positionsAreThoseOfInventedMembers() throws IOException {
        try (var file = getClass().getResourceAsStream("/demo/members.csv")) {
            var members = new String(file.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(content.letters().getFirst().positions())
                    .extracting(Content.Noted::position)
                    .contains("supports");
            assertThat(content.letters().getFirst().positions())
                    .allMatch(noted -> members.contains("," + noted.person().substring("member:".length()) + ","));
        }
    }
}
