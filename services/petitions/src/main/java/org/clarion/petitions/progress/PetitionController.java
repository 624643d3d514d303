package org.clarion.petitions.progress;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.actions.consent.UpdatesQuestion;
import org.clarion.actions.consent.UpdatesQuestion.Question;
import org.clarion.actions.progress.Progress;
import org.clarion.actions.progress.PublicTotals;
import org.clarion.actions.progress.Standing;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.servicedefaults.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Petitions for programs. */
@RestController
@RequestMapping("/api/petitions")
class PetitionController {

    /** @param petitions open and closed ones, the newest first */
    record PetitionList(List<PetitionSummary> petitions) {}

    /**
     * @param signatures the published total
     * @param at when the total was true
     */
    record PetitionSummary(
            UUID id,
            String slug,
            String title,
            String summary,
            String state,
            URI url,
            long signatures,
            Instant at,
            long goal,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    /**
     * @param text Markdown
     * @param textVersion to be given back with a signature, so that it names the text that was shown
     * @param signatures the published total
     * @param at when the total was true
     */
    record PetitionDetails(
            UUID id,
            String slug,
            String title,
            String summary,
            String addressee,
            String text,
            int textVersion,
            String textHash,
            String language,
            String state,
            URI url,
            long signatures,
            Instant at,
            long goal,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant closedAt,
            Question consent) {}

    private final Petitions petitions;
    private final Progress progress;
    private final PublicUrl site;
    private final UpdatesQuestion question;

    PetitionController(Petitions petitions, Progress progress, PublicUrl site, UpdatesQuestion question) {
        this.petitions = petitions;
        this.progress = progress;
        this.site = site;
        this.question = question;
    }

    @GetMapping
    PetitionList list() {
        var listed = petitions.listed();
        var standings = progress.of(listed);
        return new PetitionList(
                listed.stream().map(each -> summary(each, standings)).toList());
    }

    @GetMapping("/{slug}")
    PetitionDetails one(@PathVariable String slug, Locale locale) {
        var petition = published(slug);
        var text = petition.text();
        var standing = progress.of(petition);
        return new PetitionDetails(
                petition.id(),
                petition.slug(),
                text.title(),
                text.summary(),
                text.addressee(),
                text.markdown(),
                text.number(),
                text.hash(),
                text.language(),
                petition.status().wireName(),
                url(petition),
                standing.count(),
                standing.at(),
                petition.goal(),
                petition.opensAt(),
                petition.closesAt(),
                petition.closedAt(),
                question.in(locale));
    }

    @GetMapping("/{slug}/totals")
    PublicTotals totals(@PathVariable String slug) {
        return progress.totals(published(slug).id());
    }

    private PetitionSummary summary(Petition petition, Map<UUID, Standing> standings) {
        var standing = Objects.requireNonNull(standings.get(petition.id()));
        return new PetitionSummary(
                petition.id(),
                petition.slug(),
                petition.text().title(),
                petition.text().summary(),
                petition.status().wireName(),
                url(petition),
                standing.count(),
                standing.at(),
                petition.goal(),
                petition.opensAt(),
                petition.closesAt());
    }

    private URI url(Petition petition) {
        return site.to("/petitions/" + petition.slug());
    }

    private Petition published(String slug) {
        return petitions.published(slug).orElseThrow(Problem.NOT_FOUND::asException);
    }
}
