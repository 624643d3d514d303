package org.clarion.campaigns.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clarion.campaigns.campaign.CampaignEvent.CampaignClosed;
import org.clarion.campaigns.campaign.CampaignEvent.CampaignEdited;
import org.clarion.campaigns.campaign.CampaignEvent.CampaignLaunched;
import org.clarion.campaigns.campaign.CampaignEvent.CampaignReopened;
import org.clarion.campaigns.campaign.CampaignRefusal.Reason;
import org.clarion.messaging.outbox.Aggregate;
import org.clarion.messaging.outbox.Change;
import org.clarion.pageshell.Deed;
import org.clarion.servicedefaults.WireNamed;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A campaign: what several actions are for.
 *
 * @param text Markdown
 * @param deeds who did what, the newest last
 */
@Document("campaigns")
public record Campaign(
        @Id UUID id,
        long version,
        String slug,
        Status status,
        String language,
        String title,
        String summary,
        String text,
        Accent accent,
        List<Deed<CampaignDeed>> deeds)
        implements Aggregate {

    public enum Status implements WireNamed {
        OPEN,
        CLOSED
    }

    public Campaign {
        deeds = List.copyOf(deeds);
    }

    static Change<Campaign, CampaignEvent> launch(UUID id, Outline outline, String by, Instant now) {
        var first = new Deed<>(now, by, CampaignDeed.LAUNCHED);
        return Change.of(of(id, 1, Status.OPEN, outline, List.of(first)), new CampaignLaunched());
    }

    Change<Campaign, CampaignEvent> edit(Outline outline, String by, Instant now) {
        return Change.of(
                of(id, version + 1, status, outline, and(new Deed<>(now, by, CampaignDeed.EDITED))),
                new CampaignEdited());
    }

    /** Takes it off the home page. Its actions go on until they are closed themselves. */
    Change<Campaign, CampaignEvent> close(String by, Instant now) {
        return Change.of(moveTo(Status.CLOSED, new Deed<>(now, by, CampaignDeed.CLOSED)), new CampaignClosed());
    }

    Change<Campaign, CampaignEvent> reopen(String by, Instant now) {
        return Change.of(moveTo(Status.OPEN, new Deed<>(now, by, CampaignDeed.REOPENED)), new CampaignReopened());
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    private Campaign moveTo(Status next, Deed<CampaignDeed> deed) {
        if (next == status) {
            throw new CampaignRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return of(id, version + 1, next, outline(), and(deed));
    }

    Outline outline() {
        return new Outline(slug, language, title, summary, text, accent);
    }

    private List<Deed<CampaignDeed>> and(Deed<CampaignDeed> deed) {
        var more = new ArrayList<>(deeds);
        more.add(deed);
        return more;
    }

    private static Campaign of(UUID id, long version, Status status, Outline outline, List<Deed<CampaignDeed>> deeds) {
        return new Campaign(
                id,
                version,
                outline.slug(),
                status,
                outline.language(),
                outline.title(),
                outline.summary(),
                outline.text(),
                outline.accent(),
                deeds);
    }
}
