package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.journeys.PageWords.say;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.api.Test;

/** How staff decide who comes to a group by application, write to those who do, and show who speaks. */
@OnThePlatform
class EventDeskJourneyIT {

    private static final String GROUP = "/events/young-advocates";
    private static final String TITLE = "Young advocates, the spring group";
    private static final String TALK = "/events/an-evening-on-detention";
    private static final String TALK_TITLE = "An evening on detention without end";
    private static final String SHOWN = "An orange in the dark";

    private final RunningPlatform platform;
    private final Browser browser;

    EventDeskJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @Test
    void applicationsAreComparedAndDecided() {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var one = browser.visitor(platform, Sight.PHONE);
                var other = browser.visitor(platform, Sight.LIGHT)) {
            var welcome = applied(one);
            var tooLate = applied(other);
            gathering(staff.signIn(), TITLE).follow("staff.applications").sees("staff.applications");

            var card = card(staff, welcome);
            card.getByText(say("staff.applications.score")).click();
            card.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("5"))
                    .check();
            card.getByLabel(say("staff.applications.note")).fill("Knows every bus in town.");
            card.getByRole(AriaRole.BUTTON).click();
            assertThat(card(staff, welcome)).containsText("5.0 of 5");
            staff.inspect("applications");

            decide(staff, welcome, "staff.applications.accept");
            assertThat(welcome.mail("Your place").inOneLine()).contains("Please bring a pen.");
            decide(staff, tooLate, "staff.applications.decline");
            tooLate.mail("Your application");

            staff.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(say("staff.cohort.ACCEPT")))
                    .click();
            assertThat(staff.page().locator("main")).containsText(welcome.name());
            staff.inspect("cohort");
        }
    }

    @Test
    void aMessageIsLookedAtBeforeItLeavesAndStopped() {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var visitor = browser.visitor(platform, Sight.PHONE)) {
            applied(visitor);
            gathering(staff.signIn(), TITLE).follow("staff.messages").sees("staff.messages");
            staff.follow("staff.message.new").press("staff.message.look").inspect("message-to-mend");
            staff.field("staff.message.group")
                    .selectOption(new SelectOption().setLabel(say("staff.message.group.in-approval")));
            staff.fill("staff.message.subject", "We are still reading")
                    .fill("staff.message.text", "It takes us a week.\n\nThank you for your patience.");
            staff.press("staff.message.look").sees("staff.message.preview").inspect("message-preview");
            staff.press("staff.message.send").sees("staff.messages");
            assertThat(staff.page().locator("main")).containsText(say("staff.message.stage.WAITING"));
            staff.inspect("messages");
            staff.press("staff.message.stop");
            assertThat(staff.page().locator("main")).containsText(say("staff.message.stage.STOPPED"));
        }
    }

    @Test
    void aSpeakerGetsAPicture() throws IOException {
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var visitor = browser.visitor(platform, Sight.PHONE)) {
            gathering(staff.signIn(), TALK_TITLE).follow("staff.speakers").sees("staff.speakers");
            picture(staff, "no picture at all".getBytes(StandardCharsets.UTF_8));
            assertThat(speaker(staff)).containsText(say("staff.speakers.flaw.unfit"));
            staff.inspect("speakers-to-mend");

            picture(staff, portrait());
            assertThat(speaker(staff).getByAltText(SHOWN)).isVisible();
            staff.inspect("speakers");
            var shown = visitor.open(TALK).page().getByAltText(SHOWN);
            shown.scrollIntoViewIfNeeded();
            assertThat(shown).hasJSProperty("complete", true);
            assertThat((int) shown.evaluate("picture => picture.naturalWidth")).isPositive();
            visitor.inspect("event-with-a-picture");

            staff.press("staff.speakers.remove");
            assertThat(speaker(staff).getByAltText(SHOWN)).hasCount(0);
            assertThat(visitor.open(TALK).page().getByAltText(SHOWN)).hasCount(0);
        }
    }

    private static Locator speaker(Visitor staff) {
        return staff.page().locator("li.sheet").first();
    }

    private static void picture(Visitor staff, byte[] file) {
        speaker(staff)
                .getByLabel(say("staff.speakers.picture"))
                .setInputFiles(new FilePayload("speaker.png", "image/png", file));
        speaker(staff).getByLabel(say("staff.speakers.alternative")).fill(SHOWN);
        speaker(staff)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(say("staff.gathering.save")))
                .click();
    }

    private static byte[] portrait() throws IOException {
        var image = new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(10, 10, 100, 140);
        brush.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    private Guest applied(Visitor visitor) {
        var guest = new Guest(platform, visitor);
        visitor.open(GROUP).page().getByRole(AriaRole.CHECKBOX).first().check();
        visitor.page().getByLabel("How old are you?").fill("17");
        visitor.page().getByLabel("What would you like to change, and why?").fill("The bus that never comes.");
        guest.register()
                .follow("confirm your application", GROUP + "/confirm/")
                .press("registration.confirm-application.button")
                .sees("registration.in-approval");
        return guest;
    }

    private static Visitor gathering(Visitor staff, String title) {
        staff.open("/staff/registrations").page().getByText(title).click();
        return staff.reads(title);
    }

    private static Locator card(Visitor staff, Guest guest) {
        return staff.page().locator("li.sheet", new Page.LocatorOptions().setHasText(guest.name()));
    }

    private static void decide(Visitor staff, Guest guest, String verdict) {
        card(staff, guest).getByLabel(guest.name()).check();
        staff.fill("staff.applications.mail", "Please bring a pen.").press(verdict);
        assertThat(card(staff, guest)).hasCount(0);
    }
}
