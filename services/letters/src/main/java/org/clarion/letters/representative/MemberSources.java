package org.clarion.letters.representative;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clarion.places.Constituencies;
import org.springframework.stereotype.Component;

/** The sources that this platform can read. */
@Component
class MemberSources {

    private final MemberSettings settings;
    private final Constituencies constituencies;
    private final Clock clock;

    MemberSources(MemberSettings settings, Constituencies constituencies, Clock clock) {
        this.settings = settings;
        this.constituencies = constituencies;
        this.clock = clock;
    }

    MemberSource file(String name, byte[] bytes) {
        return new MemberFile(name, bytes, constituencies);
    }

    /** The one from which the directory refreshes itself; empty where none is set. */
    Optional<MemberSource> live() {
        return switch (settings.source()) {
            case NONE -> Optional.empty();
            case PARLIAMENT ->
                Optional.of(new MembersApi(
                        settings, constituencies, clock, time -> TimeUnit.MILLISECONDS.sleep(time.toMillis())));
        };
    }
}
