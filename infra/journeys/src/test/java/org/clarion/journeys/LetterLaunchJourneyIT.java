package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff write a letter action, vary it, read it as a supporter will, rehearse it, try it out and open it. */
@OnThePlatform
class LetterLaunchJourneyIT {

    private static final String IN_SCOTLAND = "EH9 8BW";

    private final RunningPlatform platform;
    private final Browser browser;

    LetterLaunchJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "PHONE"})
    void aLetterActionIsWrittenVariedReadRehearsedAndOpened(Sight sight) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var title = "Write about a tree for every law, " + run;
        try (var staff = browser.visitor(platform, sight)) {
            staff.signIn().open("/staff/letters").follow("staff.letters.new");
            staff.fill("staff.letter.opening", "Dear {name},").press("staff.letter.save");
            assertThat(staff.page().locator("#opening-error")).containsText("{name}");
            staff.inspect("letter-launch-to-mend");
            staff.fill("staff.letter.title", title)
                    .fill("staff.letter.slug", "plant-a-tree-" + run)
                    .fill("staff.letter.summary", "Paper comes from somewhere.")
                    .fill("staff.letter.why", "## Why\n\nLaws are printed on **vellum** no longer.")
                    .fill("staff.letter.subject", "A tree for every law")
                    .fill("staff.letter.opening", "Dear {salutation},")
                    .fill("staff.letter.body", "Please plant a tree.\n\nOne for every law.")
                    .fill("staff.letter.prompts", "Which tree do you love?");
            staff.press("staff.letter.save").reads(title);
            staff.inspect("letter-launch-draft");

            staff.follow("staff.variant.new").sees("staff.variant.new");
            staff.fill("staff.variant.name", "Scotland")
                    .fill("staff.variant.countries", "Scotland")
                    .fill("staff.letter.body", "Please plant a Scots pine.");
            staff.inspect("letter-launch-variant");
            staff.press("staff.letter.save").reads(title);

            staff.follow("staff.letter.preview");
            staff.inspect("letter-launch-preview-empty");
            staff.fill("staff.letter.preview.postcode", IN_SCOTLAND).press("staff.letter.preview.show");
            assertThat(staff.page().locator("article.letter")).containsText("Please plant a Scots pine.");
            staff.inspect("letter-launch-preview");
            staff.follow("staff.letter.preview.back").follow("staff.letter.rehearsal");
            staff.sees("staff.rehearsal").inspect("letter-launch-rehearsal");
            staff.page().goBack();

            staff.press("staff.letter.trial.begin").press("staff.letter.open").reads(title);
            staff.inspect("letter-launch-trial");
            staff.press("staff.letter.trial.end").press("staff.letter.pause").reads(title);
            staff.inspect("letter-launch-paused");
            staff.press("staff.letter.close").reads(title);
        }
    }
}
