package org.clarion.letters.letter;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.clarion.actions.progress.Audience;
import org.clarion.actions.progress.Audiences;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How many have written, on the page of an action: as a stream, or once. */
@Hidden
@RestController
@RequestMapping("/letters/{slug}/progress")
class ProgressController {

    private final LetterLinks links;
    private final Audience<LetterAction> audience;

    ProgressController(LetterLinks links, LetterActions actions, Audiences audiences) {
        this.links = links;
        this.audience = audiences.of("letters", actions::remembered);
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(@PathVariable String slug, Locale locale) {
        return audience.follow(links.action(slug), locale);
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> once(@PathVariable String slug, Locale locale) {
        return audience.once(links.action(slug), locale);
    }
}
