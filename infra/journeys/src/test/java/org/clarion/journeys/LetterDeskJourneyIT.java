package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.journeys.PageWords.say;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.clarion.journeys.Browser.Sight;
import org.clarion.journeys.Mailbox.Mail;
import org.junit.jupiter.api.Test;

/** What staff do with letters that wait, and what their writers hear of it. */
@OnThePlatform
class LetterDeskJourneyIT {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String WELWYN_HATFIELD = "AL6 9FZ";
    private static final String TO_WELWYN_HATFIELD = "/staff/letters/targets/E14001573";

    private static final String WARWICK = "CV34 6NB";
    private static final String TO_WARWICK = "/staff/letters/targets/E14001566";

    private static final String HOVE = "BN3 1RH";

    private final RunningPlatform platform;
    private final Browser browser;

    LetterDeskJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void lettersToATargetAreHeldAndReleased() {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            staff.signIn().open(TO_WARWICK).press("delivery.hold.button");
            assertThat(staff.page().locator("main")).containsText(say("delivery.done.held"));
            staff.inspect("letter-desk-held");
            var writer = written(supporter, WARWICK);
            supporter.untilSeen("letter.state.held").inspect("letter-held");

            staff.open(TO_WARWICK).press("delivery.release.button");
            office("member-900018", writer);
            supporter.untilSeen("letter.state.sent");
        }
    }

    @Test
    void whatWaitsIsSentToSomebodyElseOrToNobody() {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var moved = browser.visitor(platform, Sight.PHONE);
                var stopped = browser.visitor(platform, Sight.LIGHT)) {
            staff.signIn().open(TO_WELWYN_HATFIELD).press("delivery.hold.button");
            var first = written(moved, WELWYN_HATFIELD);
            moved.untilSeen("letter.state.held");
            staff.open(TO_WELWYN_HATFIELD)
                    .field("delivery.redirect.to")
                    .selectOption(new SelectOption().setValue("E14001566"));
            staff.press("delivery.redirect.button");
            assertThat(staff.page().locator("main")).containsText("Redirected: 1.");
            var told = mail(first, "goes to somebody else");
            assertThat(told.inOneLine()).contains("Beatrix Holloway-Dunn", "Clemency Foxglove");
            assertThat(office("member-900018", first).text()).contains("Dear Miss Foxglove", Writer.OWN_WORDS);
            moved.page().navigate(told.link(Writer.ACTION).toString());
            moved.untilSeen("letter.state.sent").inspect("letter-redirected");

            var second = written(stopped, WELWYN_HATFIELD);
            stopped.untilSeen("letter.state.held");
            staff.open(TO_WELWYN_HATFIELD).press("delivery.cancel.button");
            assertThat(staff.page().locator("main")).containsText(say("delivery.done.not-sure"));
            staff.field("delivery.cancel.sure").check();
            staff.press("delivery.cancel.button");
            assertThat(staff.page().locator("main")).containsText("Cancelled: 1.");
            staff.press("delivery.release.button").inspect("letter-desk-released");
            var why = mail(second, "will not be sent");
            stopped.page().navigate(why.link(Writer.ACTION).toString());
            stopped.sees("letter.state.cancelled").inspect("letter-cancelled");
        }
    }

    @Test
    void lettersToMpsWaitForTheElection() {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var supporter = browser.visitor(platform, Sight.PHONE)) {
            staff.signIn()
                    .open("/staff/letters/election")
                    .fill(
                            "delivery.election.day",
                            LocalDate.now(LONDON).minusDays(1).toString())
                    .press("delivery.election.set");
            Writer writer;
            try {
                assertThat(staff.page().locator("main")).containsText(say("delivery.election.done.set"));
                staff.inspect("letter-desk-election");
                writer = written(supporter, HOVE);
                supporter.untilSeen("letter.state.held");
                assertThat(supporter.page().locator("main")).containsText(say("letter.hold.election"));
                assertThat(mail(writer, "is waiting").inOneLine()).contains("Parliament is dissolved");
                staff.open("/staff/letters/queue");
                assertThat(staff.page().locator("main")).containsText(say("delivery.hold.ELECTION"));
                staff.inspect("letter-desk-queue-in-election");
            } finally {
                staff.open("/staff/letters/election").press("delivery.election.lift");
            }
            assertThat(staff.page().locator("main")).containsText(say("delivery.election.done.lifted"));
            office("member-900003", writer);
            supporter.untilSeen("letter.state.sent");
        }
    }

    private Writer written(Visitor supporter, String postcode) {
        var writer = new Writer(platform, supporter);
        writer.findTheirMp(postcode).write().sign().confirm();
        supporter.seesOneOf("letter.state.queued", "letter.state.held");
        return writer;
    }

    private Mail mail(Writer writer, String subject) {
        return platform.mails().first(writer.email(), mail -> mail.subject().contains(subject));
    }

    /** The letter as it lies in an office. */
    private Mail office(String office, Writer writer) {
        return platform.mails()
                .first(office + "@mp.example.org", mail -> mail.text().contains(writer.name()));
    }
}
