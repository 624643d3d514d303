package org.clarion.letters.action;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaigner writes down for a letter action; variants are written apart.
 *
 * @param slug its name in addresses
 * @param why Markdown
 * @param pacing null for the usual one
 * @param opensAt when writing begins; null for as soon as it is opened
 * @param closesAt when writing ends; null for open-ended
 */
record Outline(
        String slug,
        String language,
        String title,
        String summary,
        String why,
        @Nullable UUID campaign,
        Addressing addressing,
        Wording wording,
        @Nullable Pacing pacing,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {}
