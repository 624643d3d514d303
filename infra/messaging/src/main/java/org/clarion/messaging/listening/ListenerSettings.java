package org.clarion.messaging.listening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param firstPause how long a listener waits before it tries again when something that it needs is away; doubles each time
 * @param longestPause the most that it waits between two tries; it tries without end
 * @param betweenTries how long it waits between the three tries of a bad record
 */
@ConfigurationProperties("clarion.listeners")
public record ListenerSettings(
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("10s") Duration longestPause,
        @DefaultValue("100ms") Duration betweenTries) {}
