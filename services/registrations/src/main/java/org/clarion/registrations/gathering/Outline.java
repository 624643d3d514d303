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
        @Nullable Instant closesAt) {}
