package org.clarion.letters.delivery;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether letters may leave the house.
 *
 * @param delivery {@code live} lets letters go to the domains listed; with anything else they go to {@code mp.example.org}
 * @param domains that letters may go to, such as {@code parliament.uk}; those below them too
 */
@ConfigurationProperties("clarion.letters")
record OutletSettings(
        @DefaultValue("safe") String delivery, @DefaultValue List<String> domains) {

    boolean isLive() {
        return delivery.strip().toLowerCase(Locale.ROOT).equals("live"); // and not its look-alikes
    }
}
