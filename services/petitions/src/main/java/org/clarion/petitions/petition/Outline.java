package org.clarion.petitions.petition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaigner writes down for a petition.
 *
 * @param slug its name in addresses
 * @param text Markdown
 * @param goal the first goal; it steps up by itself
 * @param opensAt when signing begins; null for as soon as it is opened
 * @param closesAt when signing ends; null for open-ended
 */
record Outline(
        String slug,
        String language,
        String title,
        String summary,
        String addressee,
        String text,
        @Nullable UUID campaign,
        long goal,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {}
