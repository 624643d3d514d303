package org.clarion.petitions.progress;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.clarion.actions.progress.Audience;
import org.clarion.actions.progress.Audiences;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.servicedefaults.problems.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    private final Audience<Petition> audience;

    ProgressController(Petitions petitions, Audiences audiences) {
        this.petitions = petitions;
        this.audience = audiences.of("signatures", petitions::remembered);
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(@PathVariable String slug, Locale locale) {
        return audience.follow(published(slug), locale);
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> once(@PathVariable String slug, Locale locale) {
        return audience.once(published(slug), locale);
    }

    private Petition published(String slug) {
        return petitions.published(slug).orElseThrow(Problem.NOT_FOUND::asException);
    }
}
