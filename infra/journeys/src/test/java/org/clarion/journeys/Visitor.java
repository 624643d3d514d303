package org.clarion.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.clarion.journeys.PageWords.say;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clarion.journeys.Browser.Sight;

/** Somebody who looks at pages, and notices what the browser complains about. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> COLOURS = List.of("color-contrast");

    private final RunningPlatform platform;
    private final BrowserContext context;
    private final Page page;
    private final Sight sight;
    private final List<String> complaints = new ArrayList<>();

    Visitor(RunningPlatform platform, BrowserContext context, Sight sight) {
        this.platform = platform;
        this.context = context;
        this.page = context.newPage();
        this.sight = sight;
        page.onConsoleMessage(message -> {
            if ((message.type().equals("error") || message.type().equals("warning")) && !isAnswer(message)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Visitor signIn() {
        page.navigate(platform.staffLink());
        page.locator("main form button").first().click();
        page.waitForURL("**/staff**");
        return this;
    }

    Visitor open(String path) {
        var answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return this;
    }

    /** Fills in the field whose label has these words. */
    Visitor fill(String words, String text) {
        field(words).fill(text);
        return this;
    }

    Locator field(String words) {
        return page.getByLabel(say(words)).first();
    }

    Visitor press(String words) {
        button(words).click();
        return this;
    }

    Locator button(String words) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(say(words)).setExact(true))
                .first();
    }

    Visitor follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(say(words)))
                .first()
                .click();
        return this;
    }

    /** Moves on by keyboard until the focus is there; a person gives up after a while. */
    void tabTo(Locator wanted) {
        for (var step = 0; step < 60; step++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + wanted);
    }

    /** Waits for the page whose heading has these words. */
    Visitor sees(String words) {
        return reads(say(words));
    }

    /** Waits for the page whose heading has the words of one or the other. */
    Visitor seesOneOf(String words, String others) {
        var either = Pattern.compile(say(words) + "|" + say(others)); // for the browser, which knows no quoting
        assertThat(page.locator("h1")).hasText(either);
        return this;
    }

    /** Looks at the page again and again, until its heading has these words. */
    Visitor untilSeen(String words) {
        await(say(words)).atMost(PATIENCE).until(() -> {
            page.reload();
            return page.locator("h1").innerText().equals(say(words));
        });
        return this;
    }

    Visitor reads(String heading) {
        assertThat(page.locator("h1")).hasText(heading);
        return this;
    }

    /** Looks at the page as a careful reviewer would, and keeps a picture of it. */
    void inspect(String name) {
        assertThat(faults(name)).as(name).isEmpty();
    }

    /** What a careful reviewer would say about the page, of which a picture is kept. */
    List<String> faults(String name) {
        photograph(name);
        var faults = new ArrayList<String>();
        if (page.content().contains("??")) {
            faults.add("a key without words");
        }
        if (overhang() > 0) {
            faults.add("%d pixels wider than its window".formatted(overhang()));
        }
        faults.addAll(barriers());
        faults.addAll(complaints);
        complaints.clear();
        return faults;
    }

    /** A form that needs mending answers 422, which the browser notes as if a file were missing. */
    private boolean isAnswer(ConsoleMessage message) {
        return message.text().contains("status of 4") && message.location().startsWith(page.url());
    }

    /**
     * Reviews in the page itself, as no page here has frames, and works out the place of nothing but what is wrong: on a long
     * page that was most of the work. In the dark only colours are other than in the light.
     */
    private AxeBuilder reviewer() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var reviewer = new AxeBuilder(page).options(options).setLegacyMode(true);
        return sight == Sight.DARK ? reviewer.withRules(COLOURS) : reviewer.withTags(STANDARDS);
    }

    /** What is wrong with the page for people who use it in other ways than most. */
    private List<String> barriers() {
        return reviewer().analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> "%s (%s): %s".formatted(rule.getId(), rule.getHelp(), node.getHtml())))
                .toList();
    }

    /** How many pixels the page is wider than its window. */
    private int overhang() {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private void photograph(String name) {
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + sight.name().toLowerCase(Locale.ROOT) + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
