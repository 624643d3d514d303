package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody lives through who writes to their MP: from a postcode to a letter on the office's desk and its answer. */
@OnThePlatform
class LetterJourneyIT {

    private static final String BRIGHTON_PAVILION = "BN1 3GJ";
    private static final String OFFICE = "member-900001@mp.example.org";

    private final RunningPlatform platform;
    private final Browser browser;

    LetterJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void aLetterIsWrittenConfirmedReadAndAnswered(Sight sight) {
        try (var supporter = browser.visitor(platform, sight)) {
            var writer = new Writer(platform, supporter);
            supporter.open(Writer.ACTION).press("letter.who.button");
            supporter.inspect("letter-who-to-mend");
            writer.findTheirMp(BRIGHTON_PAVILION);
            supporter.inspect("letter-write");
            writer.write();
            supporter.inspect("letter-preview");
            supporter.press("letter.from.button");
            supporter.inspect("letter-from-to-mend");
            writer.sign();
            supporter.inspect("letter-sent");

            writer.confirm();
            supporter.seesOneOf("letter.state.queued", "letter.state.sent").inspect("letter-on-its-way");

            var letter = platform.mails().first(OFFICE, mail -> mail.text().contains(writer.name()));
            assertThat(letter.text()).contains("Dear Ms Farrant", Writer.OWN_WORDS, "Old Steine", BRIGHTON_PAVILION);

            supporter.untilSeen("letter.state.sent").inspect("letter-with-the-office");
            supporter.follow("letter.state.tell").sees("letter.answer").inspect("letter-answer");
            supporter.press("letter.answer.beside-the-question").sees("letter.answer.thanks");
            supporter.inspect("letter-answered");
        }
    }

    @Test
    void writingNeedsNoScripts() {
        try (var supporter = browser.visitorWithoutScripts(platform)) {
            new Writer(platform, supporter)
                    .findTheirMp(BRIGHTON_PAVILION)
                    .write()
                    .sign()
                    .confirm();
            supporter.seesOneOf("letter.state.queued", "letter.state.sent");
        }
    }

    @Test
    void whatWasWrittenSurvivesAMistakeAndTheWayBack() {
        try (var supporter = browser.visitor(platform, Sight.LIGHT)) {
            new Writer(platform, supporter).findTheirMp(BRIGHTON_PAVILION).write();
            supporter.fill("letter.from.name", "Ada Example").press("letter.from.button");
            assertThat(supporter.field("letter.from.name")).hasValue("Ada Example");
            supporter.press("letter.preview.change");
            assertThat(supporter.field("letter.write.body")).hasValue(Writer.OWN_WORDS);
            supporter.press("letter.write.button");
            assertThat(supporter.field("letter.from.name")).hasValue("Ada Example");
        }
    }

    @Test
    void staffSeeTheLetterAndItsTarget() {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            staff.signIn().open("/staff");
            var total = staff.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(Writer.TITLE))
                    .locator("[data-live]")
                    .first();
            var before = count(total);
            new Writer(platform, supporter)
                    .findTheirMp(BRIGHTON_PAVILION)
                    .write()
                    .sign()
                    .confirm();

            // No reload: the dashboard that was opened before hears of it by itself.
            assertThat(total).not().hasText(String.format("%,d", before));
            staff.open("/staff/letters/targets");
            staff.field("delivery.targets.action").selectOption(new SelectOption().setLabel(Writer.TITLE));
            staff.press("delivery.targets.show");
            assertThat(staff.page().locator("main")).containsText("Imogen Farrant");
        }
    }

    private static long count(Locator number) {
        return Long.parseLong(number.innerText().replace(",", ""));
    }
}
