package org.clarion.letters.representative;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the directory of members is refreshed from by itself.
 *
 * @param source nothing by default: then members come from files alone
 * @param api address of the UK Parliament Members API
 * @param every from one refresh to the next
 * @param again after a refresh that failed
 * @param timeout of one request
 * @param patience how long a refresh waits in all because it was asked to come later
 */
@ConfigurationProperties("letters.members")
record MemberSettings(
        @DefaultValue("none") Source source,
        @DefaultValue("https://members-api.parliament.uk") URI api,
        @DefaultValue("1d") Duration every,
        @DefaultValue("1h") Duration again,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("15m") Duration patience) {

    enum Source {
        NONE,
        PARLIAMENT
    }
}
