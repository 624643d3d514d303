package org.clarion.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.clarion.journeys.Browser.Sight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page that links lead to, public and staff, however it is looked at. A new page is found by itself. */
@OnThePlatform
class EveryPageIT {

    private static final int FEWEST = 4;

    private final RunningPlatform platform;
    private final Browser browser;

    EveryPageIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void thePublicSiteIsForEverybody(Sight sight) {
        try (var visitor = browser.visitor(platform, sight)) {
            inspectAllFrom("/", "public", visitor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStaffPagesAreForEverybody(Sight sight) {
        try (var visitor = browser.visitor(platform, sight)) {
            inspectAllFrom("/staff", "staff", visitor.signIn());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressWithoutAPageSaysSo(Sight sight) {
        try (var visitor = browser.visitor(platform, sight)) {
            assertThat(visitor.page().navigate("/petitions/there-is-none").status())
                    .isEqualTo(404);
            visitor.inspect("not-found");
        }
    }

    private void inspectAllFrom(String start, String name, Visitor visitor) {
        var faults = new TreeMap<String, Object>();
        var crawl = new Crawl(visitor, platform);
        crawl.from(start, path -> {
            var found = visitor.faults(
                    name + crawl.shape(path).replaceFirst("^/staff", "").replace('/', '-'));
            if (!found.isEmpty()) {
                faults.put(path, found);
            }
        });
        assertThat(crawl.seen()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(faults).isEmpty();
    }
}
