package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.UUID;
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

    private void sign() {
        try (var supporters = new Supporters(platform)) {
            supporters.sign(PETITION, email, "SW1A 1AA");
        }
    }

    private static Locator kept(Visitor staff, String kind) {
        return staff.page().locator("#kept-" + kind);
    }
}
