package org.clarion.campaigns.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.campaigns.campaign.Campaign;
import org.clarion.campaigns.campaign.Campaigns;
import org.clarion.totals.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What everybody sees: open campaigns and what can be done for them now. Read through a copy in memory that is a few
 * seconds old at most, so that a moment of national attention costs the store nothing.
 */
@Component
class FrontPage {

    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(2);

    /** @param countedAt when the total was true; null if nothing was counted yet */
    record Card(Listed action, long total, @Nullable Instant countedAt) {}

    record Section(Campaign campaign, List<Card> actions) {}

    /** @param others live actions without an open campaign */
    record View(List<Section> sections, List<Card> others) {

        Optional<Section> of(String slug) {
            return sections.stream()
                    .filter(section -> section.campaign().slug().equals(slug))
                    .findFirst();
        }

        public boolean isEmpty() {
            return others.isEmpty()
                    && sections.stream().allMatch(section -> section.actions().isEmpty());
        }
    }

    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Totals totals;
    private final Clock clock;
    private final LoadingCache<String, View> memory = Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(REMEMBERED_FOR)
            .executor(Runnable::run)
            .build(any -> compose());

    FrontPage(Campaigns campaigns, Catalogue catalogue, Totals totals, Clock clock) {
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.totals = totals;
        this.clock = clock;
    }

    View now() {
        return memory.get("");
    }

    private View compose() {
        var now = clock.instant();
        var live =
                catalogue.all().stream().filter(action -> action.isLiveAt(now)).toList();
        var figures = totals.overall(live.stream().map(Listed::id).toList());
        var cards = live.stream()
                .map(action -> {
                    var figure = figures.get(action.id());
                    return new Card(action, figure.count(action.measure()), figure.at());
                })
                .toList();
        var open = campaigns.all().stream().filter(Campaign::isOpen).toList();
        var sections = open.stream()
                .map(campaign -> new Section(campaign, of(campaign.id(), cards).toList()))
                .toList();
        var shown = open.stream().map(Campaign::id).toList();
        var others = cards.stream()
                .filter(card -> card.action().campaign() == null
                        || !shown.contains(card.action().campaign()))
                .toList();
        return new View(sections, others);
    }

    private static Stream<Card> of(UUID campaign, List<Card> cards) {
        return cards.stream().filter(card -> campaign.equals(card.action().campaign()));
    }
}
