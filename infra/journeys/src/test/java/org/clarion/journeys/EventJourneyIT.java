package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.journeys.PageWords.say;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.journeys.Browser.Sight;
import org.clarion.journeys.Mailbox.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people live through who want to come to an event: a place, a queue, an offer, and the way out. */
@OnThePlatform
class EventJourneyIT {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String FILMS = "/events/films-on-freedom";

    private final RunningPlatform platform;
    private final Browser browser;

    EventJourneyIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceAtTwoOfSixEveningsIsTakenChangedAndGivenBack(Sight sight) {
        try (var visitor = browser.visitor(platform, sight)) {
            var guest = new Guest(platform, visitor);
            visitor.open("/events").inspect("events");
            visitor.open(FILMS).press("register.button");
            assertThat(visitor.page().locator("main")).containsText(say("flaw.sessions.missing"));
            visitor.inspect("event-to-mend");
            tick(visitor, 1);
            tick(visitor, 4);
            guest.register();
            visitor.inspect("event-sent");

            guest.follow("confirm your place", FILMS + "/confirm/").sees("registration.confirm");
            visitor.inspect("event-confirm");
            visitor.press("registration.confirm.button").sees("registration.confirmed");
            visitor.inspect("event-confirmed");

            var ticket = guest.mail("Your place");
            assertThat(ticket.inOneLine()).contains("Nobody’s business but ours", "A room for my mother", "Your code:");
            guest.follow("Your place", FILMS + "/manage/");
            tick(visitor, 0);
            visitor.press("registration.change.button");
            assertThat(visitor.page().locator("main")).containsText(say("registration.saved"));
            visitor.inspect("event-changed");

            visitor.follow("registration.leave").sees("registration.cancel").inspect("event-cancel");
            visitor.press("registration.cancel.button").sees("registration.cancelled");
            visitor.inspect("event-cancelled");
            guest.mail("Cancelled");
        }
    }

    @Test
    void registeringNeedsNoScripts() {
        try (var visitor = browser.visitorWithoutScripts(platform)) {
            var guest = new Guest(platform, visitor);
            visitor.open("/events/young-advocates");
            tick(visitor, 0);
            visitor.page().getByLabel("How old are you?").fill("17");
            visitor.page().getByLabel("What would you like to change, and why?").fill("The bus that never comes.");
            guest.register()
                    .follow("confirm your application", "/events/young-advocates/confirm/")
                    .press("registration.confirm-application.button")
                    .sees("registration.in-approval");
            guest.mail("We have your application");
        }
    }

    @Test
    void whoComesWhenItIsFullWaitsAndIsOfferedTheFreePlace() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var event = "/events/plant-a-tree-" + run;
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var early = browser.visitor(platform, Sight.PHONE);
                var late = browser.visitor(platform, Sight.DARK)) {
            plan(staff, run);
            var first = new Guest(platform, early);
            take(early.open(event), first, event);

            late.open(event);
            assertThat(late.page().locator("main")).containsText(say("event.full"));
            late.inspect("event-full");
            var second = new Guest(platform, late);
            second.register().follow("waiting list for", event + "/confirm/");
            late.press("registration.confirm.button").sees("registration.waiting");
            late.inspect("event-waiting");

            first.follow("Your place", event + "/manage/").follow("registration.leave");
            early.press("registration.cancel.button").sees("registration.cancelled");

            second.follow("A place for you", event + "/offer/").sees("registration.offered");
            late.inspect("event-offered");
            late.press("registration.offered.button").sees("registration.confirmed");
            second.mail("Your place");

            staff.page().reload();
            assertThat(staff.page().locator("main")).containsText("1 of 1");
            staff.inspect("staff-event-full");
        }
    }

    @Test
    void whoeverHasATicketIsGreetedAtTheDoor() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var event = "/events/plant-a-tree-" + run;
        try (var staff = browser.visitor(platform, Sight.LIGHT);
                var door = browser.visitor(platform, Sight.PHONE);
                var visitor = browser.visitor(platform, Sight.PHONE)) {
            plan(staff, run);
            var guest = new Guest(platform, visitor);
            take(visitor.open(event), guest, event);

            // The camera of a phone on which nobody is signed in.
            door.page().navigate("/staff/registrations/door/" + code(guest.mail("Your place")));
            door.sees("sign-in.title")
                    .fill("sign-in.email", RunningPlatform.STAFF)
                    .press("sign-in.send");
            door.sees("sign-in.sent.title");
            door.page()
                    .navigate(platform.mails()
                            .newestTo(RunningPlatform.STAFF)
                            .link("/sign-in/")
                            .toString());
            door.press("sign-in.arrive.enter").reads(guest.name());
            door.inspect("door-ticket");
            door.press("staff.door.checkIn");
            assertThat(door.page().locator("main")).containsText(say("staff.door.done"));
            door.inspect("door-checked-in");
            door.page()
                    .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Undo"))
                    .click();
            assertThat(door.page().locator("main")).containsText(say("staff.door.undone"));
            door.press("staff.door.checkIn");
            assertThat(door.page().locator("main")).containsText(say("staff.door.done"));

            staff.follow("staff.door").sees("staff.door").inspect("door");
            staff.fill("staff.door.search", guest.name().substring(0, 9)).press("search.button");
            assertThat(staff.page().locator("main")).containsText(guest.name());
            staff.inspect("door-found");
            staff.follow("staff.guests").fill("staff.guests.name", "Somebody from the street");
            staff.press("staff.guests.button");
            assertThat(staff.page().locator("main")).containsText(say("staff.guests.full"));
            staff.inspect("door-full");
        }
    }

    private static void take(Visitor visitor, Guest guest, String event) {
        guest.register().follow("confirm your place", event + "/confirm/");
        visitor.press("registration.confirm.button").sees("registration.confirmed");
    }

    private static String code(Mail ticket) {
        var code = Pattern.compile("Your code: (\\w{6})").matcher(ticket.inOneLine());
        assertThat(code.find()).as(ticket.text()).isTrue();
        return code.group(1);
    }

    /** One place, in a fortnight. */
    private static void plan(Visitor staff, String run) {
        var title = "Plant a tree, " + run;
        var day = LocalDate.now(LONDON).plusWeeks(2);
        staff.signIn().open("/staff/registrations").follow("staff.gatherings.new");
        staff.press("staff.gathering.save").inspect("event-plan-to-mend");
        staff.fill("staff.gathering.title", title)
                .fill("staff.gathering.slug", "plant-a-tree-" + run)
                .fill("staff.gathering.summary", "One spade, one tree.")
                .fill("staff.gathering.text", "Bring **boots**.")
                .fill("staff.gathering.sessions", day + " 10:00 to 11:30")
                .fill("staff.gathering.venue", "The Old Orchard")
                .fill("staff.gathering.address", "1 Example Street, London")
                .fill("staff.gathering.inPerson", "1");
        staff.press("staff.gathering.save").reads(title);
        staff.inspect("event-draft");
        staff.press("staff.gathering.open").reads(title);
        assertThat(staff.page().locator(".state").filter(new FilterOptions().setHasText("Open")))
                .isVisible();
    }

    /** The session that stands there, counted from none. */
    private static void tick(Visitor visitor, int session) {
        visitor.page().getByRole(AriaRole.CHECKBOX).nth(session).check();
    }
}
