package org.clarion.registrations.gathering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param endEvery how often registration is closed, and gatherings are past, whose time has come
 */
@Validated
@ConfigurationProperties("registrations.gatherings")
record GatheringSettings(@DefaultValue("10s") Duration endEvery) {}
