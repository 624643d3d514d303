package org.clarion.actions.store;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param rememberedFor how old the copy of an action in memory may be: how late an instance sees what another one changed
 * @param remembered how many actions are kept in memory
 * @param closeEvery how often actions are closed whose time has come, in a service that schedules
 */
@Validated
@ConfigurationProperties("clarion.actions")
record ActionSettings(
        @DefaultValue("2s") Duration rememberedFor,
        @DefaultValue("1000") @Positive int remembered,
        @DefaultValue("10s") Duration closeEvery) {}
