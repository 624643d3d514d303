package org.clarion.petitions.progress;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.servicedefaults.problems.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The number on a petition's page: as a stream, or once. */
@Hidden
@RestController
@RequestMapping("/petitions/{slug}/progress")
class ProgressController {

    private final Petitions petitions;
    private final Progress progress;
    private final Audience audience;
    private final ProgressWords words;

    ProgressController(Petitions petitions, Progress progress, Audience audience, ProgressWords words) {
        this.petitions = petitions;
        this.progress = progress;
        this.audience = audience;
        this.words = words;
    }

    /** Where the house is full: 204, which tells a browser not to come back; the page then asks now and then. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(@PathVariable String slug, Locale locale) {
        var petition = published(slug);
        return audience.admit(petition, locale)
                .map(stream -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(stream))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> once(@PathVariable String slug, Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(words.of(progress.of(published(slug)), locale));
    }

    private Petition published(String slug) {
        return petitions
                .published(slug)
                .orElseThrow(
                        () -> new ErrorResponseException(Problem.NOT_FOUND.status(), Problem.NOT_FOUND.detail(), null));
    }
}
