package org.clarion.messaging.topics;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param replicas copies of each topic; 1 on a single broker, where every record is then flushed to disk before it is acknowledged
 * @param heartbeatEvery how often each partition of an own state topic gets a record, so that its last segment can be compacted
 */
@Validated
@ConfigurationProperties("clarion.topics")
public record TopicSettings(
        @DefaultValue("1") @Positive short replicas,
        @DefaultValue("24h") Duration heartbeatEvery) {}
