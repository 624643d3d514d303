package org.clarion.registrations.places;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.places.Rules.Room;
import org.clarion.registrations.places.Rules.Stage;
import org.jspecify.annotations.Nullable;

/** How places stand in the store: short names, because a hall of 5,000 is one document that is written again and again. */
final class PlacesForm {

    static final String VERSION = "version";
    static final String DUE = "dueAt";
    static final String OWED = "owedAt";

    private PlacesForm() {}

    static Document written(Places places, @Nullable Instant due) {
        var document = new Document("_id", places.gathering())
                .append(VERSION, places.version())
                .append("rules", written(places.rules()))
                .append("next", places.nextOrder())
                .append(
                        "claims",
                        places.claims().stream().map(PlacesForm::written).toList())
                .append("todo", places.todo().stream().map(PlacesForm::written).toList());
        if (due != null) {
            document.append(DUE, Date.from(due));
        }
        if (places.owedSince() != null) {
            document.append(OWED, Date.from(places.owedSince()));
        }
        return document;
    }

    static Places read(Document document) {
        return new Places(
                document.get("_id", UUID.class),
                document.getLong(VERSION),
                rules(document.get("rules", Document.class)),
                document.getLong("next"),
                document.getList("claims", Document.class).stream()
                        .map(PlacesForm::claim)
                        .toList(),
                document.getList("todo", Document.class).stream()
                        .map(PlacesForm::decision)
                        .toList(),
                instant(document, OWED));
    }

    private static Document written(Rules rules) {
        return new Document(VERSION, rules.version())
                .append("stage", rules.stage().name())
                .append("modes", rules.modes().stream().map(Mode::name).sorted().toList())
                .append("rooms", rules.rooms().stream().map(PlacesForm::written).toList());
    }

    private static Document written(Room room) {
        return new Document("s", room.session())
                .append("at", Date.from(room.startsAt()))
                .append("inPerson", room.inPerson())
                .append("online", room.online());
    }

    private static Document written(Claim claim) {
        var document = new Document("r", claim.registration())
                .append("l", claim.life())
                .append("st", claim.state().name())
                .append("o", claim.order())
                .append("v", claim.since());
        append(document, claim.wish());
        return until(document, claim.until());
    }

    private static Document written(Decision decision) {
        var document = new Document("r", decision.registration())
                .append("l", decision.life())
                .append("st", decision.outcome().name())
                .append("v", decision.version());
        append(document, decision.wish());
        if (decision.byItself()) {
            document.append("self", true);
        }
        return until(document, decision.until());
    }

    private static void append(Document document, Wish wish) {
        document.append("s", wish.sessions().stream().sorted().toList())
                .append("m", wish.mode().name())
                .append("h", wish.heads());
    }

    private static Document until(Document document, @Nullable Instant until) {
        return until == null ? document : document.append("u", Date.from(until));
    }

    private static Rules rules(Document document) {
        return new Rules(
                document.getLong(VERSION),
                Stage.valueOf(document.getString("stage")),
                document.getList("modes", String.class).stream()
                        .map(Mode::valueOf)
                        .collect(Collectors.toSet()),
                document.getList("rooms", Document.class).stream()
                        .map(room -> new Room(
                                room.getInteger("s"),
                                room.getDate("at").toInstant(),
                                room.getInteger("inPerson"),
                                room.getInteger("online")))
                        .toList());
    }

    private static Claim claim(Document document) {
        return new Claim(
                document.get("r", UUID.class),
                document.getInteger("l"),
                wish(document),
                Claim.State.valueOf(document.getString("st")),
                until(document),
                document.getLong("o"),
                document.getLong("v"));
    }

    private static Decision decision(Document document) {
        return new Decision(
                document.get("r", UUID.class),
                document.getInteger("l"),
                document.getLong("v"),
                Outcome.valueOf(document.getString("st")),
                wish(document),
                until(document),
                document.getBoolean("self", false));
    }

    private static Wish wish(Document document) {
        List<Integer> sessions = document.getList("s", Integer.class);
        return new Wish(Set.copyOf(sessions), Mode.valueOf(document.getString("m")), document.getInteger("h"));
    }

    private static @Nullable Instant until(Document document) {
        return instant(document, "u");
    }

    private static @Nullable Instant instant(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
