package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody lives through who writes to their MP: from a postcode to a letter on the office's desk and its answer. */
@OnThePlatform
class LetterJourneyIT {

    private static final String ACTION = "/letters/ask-your-mp-for-a-limit";
    private static final String TITLE = "Ask your MP for a 28-day limit";
    private static final String BRIGHTON_PAVILION = "BN1 3GJ";
    private static final String OFFICE = "member-900001@mp.example.org";
    private static final String OWN_WORDS = "My neighbour was held for seven months and never knew when it would end.";

    private final RunningPlatform platform;
    private final Browser browser;

    LetterJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void aLetterIsWrittenConfirmedReadAndAnswered(Sight sight) {
        var email = somebody();
        try (var supporter = browser.visitor(platform, sight)) {
            supporter.open(ACTION).press("letter.who.button");
            supporter.inspect("letter-who-to-mend");
            supporter.fill("letter.who.postcode", BRIGHTON_PAVILION).press("letter.who.button");
            supporter.inspect("letter-write");
            write(supporter);
            supporter.sees("letter.preview.heading").inspect("letter-preview");
            supporter.press("letter.from.button");
            supporter.inspect("letter-from-to-mend");
            signAndSend(supporter, email);
            supporter.sees("letter.link.sent").inspect("letter-sent");

            confirm(supporter, email);
            supporter.inspect("letter-on-its-way");

            var letter = platform.mails().first(OFFICE, mail -> mail.text().contains(email.split("@")[0]));
            assertThat(letter.text()).contains("Dear Ms Farrant", OWN_WORDS, "Old Steine", BRIGHTON_PAVILION);

            supporter.untilSeen("letter.state.sent").inspect("letter-with-the-office");
            supporter.follow("letter.state.tell").sees("letter.answer").inspect("letter-answer");
            supporter.press("letter.answer.beside-the-question").sees("letter.answer.thanks");
            supporter.inspect("letter-answered");
        }
    }

    @Test
    void writingNeedsNoScripts() {
        var email = somebody();
        try (var supporter = browser.visitorWithoutScripts(platform)) {
            supporter.open(ACTION);
            supporter.fill("letter.who.postcode", BRIGHTON_PAVILION).press("letter.who.button");
            write(supporter);
            signAndSend(supporter, email);
            supporter.sees("letter.link.sent");
            confirm(supporter, email);
        }
    }

    @Test
    void whatWasWrittenSurvivesAMistakeAndTheWayBack() {
        try (var supporter = browser.visitor(platform, Sight.LIGHT)) {
            supporter.open(ACTION);
            supporter.fill("letter.who.postcode", BRIGHTON_PAVILION).press("letter.who.button");
            write(supporter);
            supporter.fill("letter.from.name", "Ada Example").press("letter.from.button");
            assertThat(supporter.field("letter.from.name")).hasValue("Ada Example");
            supporter.press("letter.preview.change");
            assertThat(supporter.field("letter.write.body")).hasValue(OWN_WORDS);
            supporter.press("letter.write.button");
            assertThat(supporter.field("letter.from.name")).hasValue("Ada Example");
        }
    }

    @Test
    void staffSeeTheLetterAndItsTarget() {
        var email = somebody();
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            staff.signIn().open("/staff");
            var total = staff.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(TITLE))
                    .locator("[data-live]")
                    .first();
            var before = count(total);
            supporter.open(ACTION);
            supporter.fill("letter.who.postcode", BRIGHTON_PAVILION).press("letter.who.button");
            write(supporter);
            signAndSend(supporter, email);
            supporter.sees("letter.link.sent");
            confirm(supporter, email);

            // No reload: the dashboard that was opened before hears of it by itself.
            assertThat(total).not().hasText(String.format("%,d", before));
            staff.open("/staff/letters/targets");
            staff.field("delivery.targets.action").selectOption(new SelectOption().setLabel(TITLE));
            staff.press("delivery.targets.show");
            assertThat(staff.page().locator("main")).containsText("Imogen Farrant");
        }
    }

    private static void write(Visitor supporter) {
        supporter.fill("letter.write.body", OWN_WORDS).press("letter.write.button");
        supporter.sees("letter.preview.heading");
    }

    private static void signAndSend(Visitor supporter, String email) {
        supporter
                .fill("letter.from.name", "Ada " + email.split("@")[0])
                .fill("letter.from.address", "1 Old Steine\nBrighton")
                .fill("letter.from.email", email)
                .press("letter.from.button");
    }

    private void confirm(Visitor supporter, String email) {
        supporter.page().navigate(platform.mails().newestTo(email).link(ACTION).toString());
        supporter.sees("letter.link.confirm").press("letter.link.confirm.button");
        supporter.seesOneOf("letter.state.queued", "letter.state.sent");
    }

    private static long count(Locator number) {
        return Long.parseLong(number.innerText().replace(",", ""));
    }

    private static String somebody() {
        return "writer-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}
