package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a supporter lives through: from the page of a petition to a signature that counts, and back. */
@OnThePlatform
class SigningJourneyIT {

    private static final String PETITION = "/petitions/28-day-limit";

    private final RunningPlatform platform;
    private final Browser browser;

    SigningJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureIsGivenConfirmedAndTakenBack(Sight sight) {
        var email = somebody();
        try (var supporter = browser.visitor(platform, sight)) {
            supporter.open(PETITION).press("sign.button");
            supporter.inspect("sign-to-mend");
            supporter.fill("sign.name", "Ada Example").fill("sign.email", email).fill("sign.postcode", "SW1A 1AA");
            supporter.press("sign.button");
            supporter.sees("link.sent");
            supporter.inspect("sign-sent");

            var mail = platform.mails().newestTo(email);
            supporter.page().navigate(mail.link(PETITION).toString());
            supporter.sees("link.confirm");
            supporter.inspect("sign-confirm");
            supporter.press("link.confirm.button");
            supporter.sees("link.confirmed");
            supporter.inspect("sign-confirmed");

            supporter.follow("link.confirmed.manage").sees("link.manage").inspect("sign-manage");
            supporter.follow("link.manage.withdraw").sees("link.withdraw").inspect("sign-withdraw");
            supporter.press("link.withdraw.button");
            supporter.sees("link.withdrawn");
            supporter.inspect("sign-withdrawn");
        }
    }

    @Test
    void signingNeedsNoScripts() {
        var email = somebody();
        try (var supporter = browser.visitorWithoutScripts(platform)) {
            supporter.open(PETITION);
            supporter.fill("sign.name", "Bo Example").fill("sign.email", email).fill("sign.postcode", "SW1A 1AA");
            supporter.press("sign.button");
            supporter.sees("link.sent");
            supporter
                    .page()
                    .navigate(platform.mails().newestTo(email).link(PETITION).toString());
            supporter.press("link.confirm.button");
            supporter.sees("link.confirmed");
        }
    }

    @Test
    void signingNeedsNoMouse() {
        var email = somebody();
        try (var supporter = browser.visitor(platform, Sight.LIGHT)) {
            supporter.open(PETITION);
            var keys = supporter.page().keyboard();
            keys.press("Tab");
            assertThat(supporter.page().locator(".skip")).isFocused();
            keys.press("Enter");
            for (var field : new String[] {"sign.name", "sign.email", "sign.postcode"}) {
                supporter.tabTo(supporter.field(field));
                keys.type(
                        switch (field) {
                            case "sign.name" -> "Cy Example";
                            case "sign.email" -> email;
                            default -> "SW1A 1AA";
                        });
            }
            supporter.tabTo(supporter.button("sign.button"));
            keys.press("Enter");
            supporter.sees("link.sent");

            supporter
                    .page()
                    .navigate(platform.mails().newestTo(email).link(PETITION).toString());
            supporter.tabTo(supporter.button("link.confirm.button"));
            keys.press("Space");
            supporter.sees("link.confirmed");
        }
    }

    @Test
    void theNumberOnAnOpenPageMovesByItself() {
        var email = somebody();
        try (var watcher = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            watcher.open(PETITION);
            var number = watcher.page().locator("[data-live='signatures']").first();
            var before = Long.parseLong(number.innerText().replace(",", ""));
            supporter.open(PETITION);
            supporter.fill("sign.name", "Di Example").fill("sign.email", email).fill("sign.postcode", "SW1A 1AA");
            supporter.press("sign.button");
            supporter
                    .page()
                    .navigate(platform.mails().newestTo(email).link(PETITION).toString());
            supporter.press("link.confirm.button");
            assertThat(number).not().hasText(String.format("%,d", before));
        }
    }

    private static String somebody() {
        return "supporter-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}
