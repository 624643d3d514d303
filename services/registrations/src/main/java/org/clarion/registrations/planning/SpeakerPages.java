package org.clarion.registrations.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.pageshell.FormFields;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.GatheringRefusal;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.gathering.Speaker;
import org.clarion.registrations.picture.Pictures;
import org.clarion.registrations.picture.UnfitPicture;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where campaigners give those who speak a picture, with words for those who do not see it. */
@Controller
@RequestMapping("/staff/registrations/{id}/speakers")
@CampaignersOnly
class SpeakerPages {

    private static final int LONGEST_WORDS = 200;

    private final GatheringDesk desk;
    private final Gatherings gatherings;
    private final Pictures pictures;

    SpeakerPages(GatheringDesk desk, Gatherings gatherings, Pictures pictures) {
        this.desk = desk;
        this.gatherings = gatherings;
        this.pictures = pictures;
    }

    @GetMapping
    String all(@PathVariable UUID id, Model model) {
        return page(gatherings.find(id), model);
    }

    /**
     * @param place of the speaker in the list, from 0
     * @param version of the gathering that the editor had before them
     * @param picture may be missing where there is one already
     */
    @PostMapping("/{place}")
    String keep(
            @PathVariable UUID id,
            @PathVariable int place,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "") String alternative,
            Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var gathering = gatherings.find(id);
        var speaker = speaker(gathering, place);
        var words = FormFields.said(alternative).replaceAll("\\s+", " ");
        var uploaded = picture == null || picture.isEmpty() ? null : picture.getBytes();
        var flaw = words.isEmpty() || words.length() > LONGEST_WORDS
                ? "alternative"
                : uploaded == null && speaker.picture() == null ? "missing" : null;
        if (flaw == null) {
            try {
                var path = uploaded == null ? speaker.picture() : pictures.keep(uploaded);
                return edited(
                        gathering, version, place, new Speaker(speaker.name(), speaker.line(), path, words), staff);
            } catch (UnfitPicture unfit) {
                flaw = "unfit";
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("flaw", flaw);
        model.addAttribute("flawed", place);
        model.addAttribute("typed", words);
        return page(gathering, model);
    }

    @PostMapping("/{place}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable int place,
            @RequestParam(required = false) @Nullable String version,
            Staff staff) {
        var gathering = gatherings.find(id);
        var speaker = speaker(gathering, place);
        return edited(gathering, version, place, new Speaker(speaker.name(), speaker.line()), staff);
    }

    private static Speaker speaker(Gathering gathering, int place) {
        var all = gathering.programme().speakers();
        if (place < 0 || place >= all.size()) {
            throw Problem.NOT_FOUND.asException();
        }
        return all.get(place);
    }

    private String edited(Gathering gathering, @Nullable String version, int place, Speaker speaker, Staff staff) {
        var all = new ArrayList<>(gathering.programme().speakers());
        all.set(place, speaker);
        var outline = Outline.of(gathering, gathering.programme().with(all));
        var seen = FormFields.seenVersion(version);
        var page = "/staff/registrations/" + gathering.id();
        try {
            return StaffSteps.taken(page, "/speakers", () -> desk.edit(gathering.id(), seen, outline, staff.email()));
        } catch (GatheringRefusal refusal) {
            return "redirect:" + page + "?refused"; // what it needs for an edit is missing
        }
    }

    private static String page(Gathering gathering, Model model) {
        model.addAttribute("gathering", gathering);
        return "staff-speakers";
    }
}
