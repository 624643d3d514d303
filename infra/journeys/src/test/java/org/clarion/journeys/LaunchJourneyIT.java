package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;

/** From an idea to a number that moves: staff launch, a supporter signs and confirms, the dashboard follows. */
@OnThePlatform
class LaunchJourneyIT {

    private final RunningPlatform platform;
    private final Browser browser;

    LaunchJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void aPetitionIsLaunchedSignedConfirmedAndSeenOnTheDashboard() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var title = "Plant a tree for every law, " + run;
        var slug = "plant-a-tree-" + run;
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            staff.signIn().open("/staff/petitions").follow("staff.petitions.new");
            staff.press("staff.petition.save");
            staff.inspect("launch-to-mend");
            staff.fill("staff.petition.title", title)
                    .fill("staff.petition.slug", slug)
                    .fill("staff.petition.addressee", "The Leader of the House")
                    .fill("staff.petition.summary", "Paper comes from somewhere.")
                    .fill(
                            "staff.petition.text",
                            "## Why\n\nLaws are printed on **vellum** no longer.\n\n- One law, one tree")
                    .fill("staff.petition.goal", "250");
            staff.press("staff.petition.save");
            staff.reads(title);
            staff.inspect("launch-draft");
            staff.follow("staff.petition.preview");
            staff.inspect("launch-preview");
            staff.page().goBack();
            staff.press("staff.petition.open").reads(title);
            staff.inspect("launch-open");

            staff.open("/staff");
            var total = totalOf(staff, title);
            assertThat(total).hasText("0");

            var email = "launch-" + run + "@example.org";
            supporter.open("/petitions/" + slug);
            supporter.fill("sign.name", "Eve Example").fill("sign.email", email).fill("sign.postcode", "SW1A 1AA");
            supporter.press("sign.button");
            supporter
                    .page()
                    .navigate(platform.mails()
                            .newestTo(email)
                            .link("/petitions/" + slug)
                            .toString());
            supporter.press("link.confirm.button");
            supporter.sees("link.confirmed");

            // No reload: the dashboard that was opened before hears of it by itself.
            assertThat(total).hasText("1");
            staff.inspect("launch-dashboard");
        }
    }

    private static Locator totalOf(Visitor staff, String title) {
        return staff.page()
                .locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(title))
                .locator("[data-live]")
                .first();
    }
}
