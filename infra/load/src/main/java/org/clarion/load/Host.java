package org.clarion.load;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.clarion.load.platform.StaffForms;
import org.clarion.load.run.Tries;

/** What staff do about the gathering of a seats drill, patient while the service is down. For one thread at a time. */
final class Host {

    private static final String PAGES = "/staff/registrations";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** So far ahead that no offer ends during a drill. */
    private static final int DAYS_AHEAD = 60;

    private final StaffForms staff;
    private final Tries tries;
    private final String slug;
    private final int guests;
    private final String session = LocalDate.now(LONDON).plusDays(DAYS_AHEAD) + " 18:30 to 20:30";
    private final UUID gathering;

    /**
     * Opens a gathering of one session.
     *
     * @param guests how many somebody may bring along
     * @param patience how long the service may be down
     */
    Host(StaffForms staff, String slug, int places, int guests, Duration patience) {
        this.staff = staff;
        this.tries = new Tries("registrations", patience);
        this.slug = slug;
        this.guests = guests;
        var made = new UUID[1];
        tries.untilDone(() -> made[0] = staff.create(PAGES, form(places, session)));
        gathering = made[0];
        tries.untilDone(() -> staff.press("%s/%s/open".formatted(PAGES, gathering), Map.of()));
    }

    /** Once this returns, no place is given any more by another number. */
    void resize(int places) {
        tries.untilDone(() -> staff.revise("%s/%s/edit".formatted(PAGES, gathering), form(places, "1: " + session)));
    }

    private Map<String, String> form(int places, String sessions) {
        var form = new LinkedHashMap<String, String>();
        form.put("slug", slug);
        form.put("language", "en");
        form.put("title", "Seats drill");
        form.put("summary", "People who do not exist come together to see that nobody is promised a seat twice.");
        form.put("text", "A place that two people were promised is worse than none.");
        form.put("host", "Clarion");
        form.put("sessions", sessions);
        form.put("modes", "in-person");
        form.put("venue", "The Old Library");
        form.put("address", "1 Lantern Row, Saltmere");
        form.put("inPerson", Integer.toString(places));
        form.put("visibility", "unlisted");
        form.put("guests", Integer.toString(guests));
        return form;
    }
}
