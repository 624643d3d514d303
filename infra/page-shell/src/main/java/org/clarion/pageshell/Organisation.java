package org.clarion.pageshell;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this platform, as supporters read it.
 *
 * @param name the name in the header, in page titles and in consent texts
 * @param about one sentence for the footer, such as the charity's number and address
 * @param privacy where the privacy notice is
 * @param contact the address people may write to, or none
 */
@ConfigurationProperties("clarion.organisation")
public record Organisation(
        @DefaultValue("Rushlight") String name,
        @Nullable String about,
        @DefaultValue("/privacy") String privacy,
        @Nullable String contact) {}
