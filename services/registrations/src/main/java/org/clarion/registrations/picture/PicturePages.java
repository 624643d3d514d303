package org.clarion.registrations.picture;

import java.time.Duration;
import org.clarion.servicedefaults.problems.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where browsers get pictures, once and for all: an address never shows anything else. */
@Controller
class PicturePages {

    private static final Duration LONG = Duration.ofDays(365);

    private final Pictures pictures;

    PicturePages(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/events/pictures/{name:[0-9a-f]{32}}.jpg")
    ResponseEntity<byte[]> one(@PathVariable String name) {
        var picture = pictures.find(name).orElseThrow(Problem.NOT_FOUND::asException);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(LONG).cachePublic().immutable())
                .body(picture);
    }
}
