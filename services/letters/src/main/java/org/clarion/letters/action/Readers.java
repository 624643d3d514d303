package org.clarion.letters.action;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clarion.letters.position.Position;
import org.clarion.letters.position.Positions;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Target;
import org.clarion.places.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who reads the letters of an action, as far as their words depend on it. */
@Component
public class Readers {

    private final Positions positions;

    Readers(Positions positions) {
        this.positions = positions;
    }

    /** @param recipient who is behind the target now; null where nobody is */
    public Reader of(LetterAction action, Target target, @Nullable Recipient recipient) {
        var position = recipient == null || action.campaign() == null
                ? Optional.<Position>empty()
                : positions.of(action.campaign(), recipient.key());
        return reader(target, recipient, position.orElse(null));
    }

    /** Key of the recipient → position on the campaign of an action: for who asks {@link #reader} for many. */
    Map<String, Position> positions(@Nullable UUID campaign) {
        return campaign == null ? Map.of() : positions.of(campaign);
    }

    static Reader reader(Target target, @Nullable Recipient recipient, @Nullable Position position) {
        return new Reader(
                recipient == null ? Countries.UNITED_KINGDOM : recipient.country(),
                recipient == null ? null : recipient.party(),
                target.isSeat() ? target.id() : null,
                position);
    }
}
