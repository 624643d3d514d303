package org.clarion.registrations.gathering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff write down for a gathering.
 *
 * @param slug its name in addresses
 * @param opensAt when registration begins; null for as soon as it is opened
 * @param closesAt when registration ends; null for the beginning of the last session
 */
public record Outline(
        String slug,
        @Nullable UUID campaign,
        Programme programme,
        Setting setting,
        Admission admission,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {

    /** As it stands, with another programme. */
    public static Outline of(Gathering gathering, Programme programme) {
        return new Outline(
                gathering.slug(),
                gathering.campaign(),
                programme,
                gathering.setting(),
                gathering.admission(),
                gathering.opensAt(),
                gathering.closesEarlyAt());
    }
}
