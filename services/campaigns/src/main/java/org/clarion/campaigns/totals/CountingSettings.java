package org.clarion.campaigns.totals;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param stateDir folder of the counting's state, of this instance alone; what is lost is built again from Kafka
 * @param emitEvery how long changed figures gather before they are published together
 * @param commitEvery how often the counting commits; what it has read and published becomes visible then
 * @param lookEvery how often an instance looks whether a generation is to be started, switched or stopped
 * @param cacheBytes memory for figures that change often, per generation
 */
@Validated
@ConfigurationProperties("clarion.totals")
record CountingSettings(
        @NotNull Path stateDir,
        @DefaultValue("500ms") Duration emitEvery,
        @DefaultValue("500ms") Duration commitEvery,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("8388608") long cacheBytes) {}
