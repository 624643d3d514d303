package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.clarion.journeys.PageWords.say;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.UUID;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;

/** Letters to others than MPs: staff keep a list of them, and supporters choose from it. */
@OnThePlatform
class LetterListJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final Browser browser;

    LetterListJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void aListIsPastedAndSomebodyOnItIsWrittenTo() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var action = "/letters/plant-a-tree-" + run;
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            pasteList(staff.signIn(), "Keepers of trees, " + run);
            launch(staff, "Write to the keepers of trees, " + run, run);

            supporter.open(action).press("letter.who.button").inspect("letter-list-to-mend");
            supporter.page().getByLabel("Dr Ada Vale").check();
            supporter.press("letter.who.button").inspect("letter-list-write");
            var writer = new Writer(platform, supporter);
            writer.write();
            supporter.fill("letter.from.postcode", "BN1 3GJ").inspect("letter-list-preview");
            writer.sign().confirm(action);
            supporter.seesOneOf("letter.state.queued", "letter.state.sent");

            var letter = await("the letter of " + writer.name())
                    .atMost(PATIENCE)
                    .until(
                            () -> platform.mails().all().stream()
                                    .filter(mail -> mail.to().endsWith("@mp.example.org")
                                            && mail.text().contains(writer.name()))
                                    .toList(),
                            found -> !found.isEmpty());
            assertThat(letter).hasSize(1).first().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Keep the oak");
                assertThat(mail.text()).contains("Dear Dr Vale,", Writer.OWN_WORDS);
            });
        }
    }

    private static void pasteList(Visitor staff, String name) {
        staff.open("/staff/letters/lists/new").fill("staff.list.name", name);
        staff.press("staff.list.save").reads(name);
        staff.inspect("letter-list-empty");
        staff.follow("staff.list.import").sees("staff.list.import");
        staff.fill("staff.list.import.table", "name,title\nDr Ada Vale,Keeper,too much")
                .press("staff.list.import.show");
        staff.inspect("letter-list-import-to-mend");
        staff.fill("staff.list.import.table", """
                        name,title,organisation,salutation,address,country
                        Dr Ada Vale,Keeper of oaks,The Example Forest,Dr Vale,ada.vale@example.org,GB
                        Bo Fenwick,Editor,The Example Gazette,,,GB
                        """).press("staff.list.import.show");
        assertThat(staff.page().locator("main")).containsText("2 are new");
        staff.inspect("letter-list-import");
        staff.press("staff.list.import.do").reads(name);
        assertThat(staff.page().locator("main")).containsText("Bo Fenwick");
        staff.inspect("letter-list");
    }

    private static void launch(Visitor staff, String title, String run) {
        staff.open("/staff/letters").follow("staff.letters.new");
        staff.fill("staff.letter.title", title)
                .fill("staff.letter.slug", "plant-a-tree-" + run)
                .fill("staff.letter.summary", "They decide what stands.")
                .fill("staff.letter.why", "Because an oak takes a hundred years.")
                .fill("staff.letter.subject", "Keep the oak")
                .fill("staff.letter.opening", "Dear {salutation},")
                .fill("staff.letter.body", "Please keep the oak.");
        staff.page().getByLabel(say("staff.letter.to.list")).check();
        staff.page()
                .getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(say("staff.letter.list")))
                .selectOption(new SelectOption().setLabel("Keepers of trees, " + run));
        staff.page().getByLabel(say("staff.letter.choice.choose")).check();
        staff.press("staff.letter.save").reads(title);
        staff.press("staff.letter.open").reads(title);
        assertThat(staff.page().locator("main")).containsText(say("staff.letter.pause"));
    }
}
