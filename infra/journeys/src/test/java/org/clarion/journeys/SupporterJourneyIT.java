package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who has signed asks what is kept about them, and wants it gone. */
@OnThePlatform
class SupporterJourneyIT {

    private static final String PETITION = "right-to-food-law";

    private final RunningPlatform platform;
    private final Browser browser;
    private final String email = "asks-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    SupporterJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsFoundAmongAllKindsOfActionsAndErased(Sight sight) {
        try (var staff = browser.visitor(platform, sight).signIn()) {
            sign();
            staff.open("/staff").follow("staff.nav.supporters");
            staff.fill("supporters.email", email.toUpperCase(Locale.ROOT)).press("supporters.search");
            assertThat(kept(staff, "petitions")).containsText(email);
            for (var kind : new String[] {"letters", "registrations"}) {
                assertThat(kept(staff, kind)).containsText(PageWords.say("supporters.none"));
            }
            staff.inspect("supporters-found");
            kept(staff, "petitions").getByRole(AriaRole.CHECKBOX).check();
            staff.press("supporters.erase");
            assertThat(kept(staff, "petitions")).containsText(PageWords.say("supporters.erased"));
            assertThat(kept(staff, "petitions")).not().containsText(email);
            staff.inspect("supporters-erased");
        }
    }

    @Test
    void withoutScriptsEachKindIsLookedUpByItself() {
        try (var staff = browser.visitorWithoutScripts(platform).signIn()) {
            sign();
            staff.open("/staff/letters/supporters");
            staff.fill("supporters.email", email).press("supporters.search");
            assertThat(kept(staff, "letters")).containsText(PageWords.say("supporters.none"));
            kept(staff, "petitions").locator("button").click();
            assertThat(kept(staff, "petitions")).containsText(email);
        }
    }

    @Test
    void whoSaidYesIsInTheFileUntilTheirNoIsNoted() throws IOException {
        try (var supporter = browser.visitor(platform, Sight.PHONE);
                var staff = browser.visitor(platform, Sight.LIGHT).signIn()) {
            var petition = "/petitions/" + PETITION;
            supporter.open(petition);
            supporter.fill("sign.name", "Ada Example").fill("sign.email", email).fill("sign.postcode", "SW1A 1AA");
            supporter.page().locator("#updates").check();
            supporter.press("sign.button").sees("link.sent");
            supporter
                    .page()
                    .navigate(platform.mails().newestTo(email).link(petition).toString());
            supporter.press("link.confirm.button").sees("link.confirmed");

            staff.open("/staff").follow("staff.nav.supporters");
            assertThat(staff.page().getByText(PageWords.say("supporters.updates")))
                    .hasCount(3);
            staff.inspect("supporters");
            Assertions.assertThat(addresses(staff)).contains(email + ",Ada Example,en,");
            staff.fill("supporters.email", email).press("supporters.search");
            staff.press("supporters.stop");
            assertThat(kept(staff, "petitions")).containsText(PageWords.say("supporters.kept.updates.WITHDRAWN"));
            staff.inspect("supporters-stopped");
            staff.open("/staff/petitions/supporters");
            Assertions.assertThat(addresses(staff)).doesNotContain(email);
        }
    }

    private static String addresses(Visitor staff) throws IOException {
        var button = kept(staff, "petitions").getByText(PageWords.say("supporters.updates"));
        return Files.readString(staff.page().waitForDownload(button::click).path());
    }

    private void sign() {
        try (var supporters = new Supporters(platform)) {
            supporters.sign(PETITION, email, "SW1A 1AA");
        }
    }

    private static Locator kept(Visitor staff, String kind) {
        return staff.page().locator("#kept-" + kind);
    }
}
