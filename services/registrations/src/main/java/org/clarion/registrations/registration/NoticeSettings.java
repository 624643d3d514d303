package org.clarion.registrations.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param every how often people are looked for who are to be told of something
 * @param week how long before the beginning of a session the first reminder is sent; zero for never
 * @param day the second
 * @param hour the third
 * @param thanksAfter how long after the end people are thanked
 * @param thanksUntil how long after the end they may still be, where nobody could before
 */
@Validated
@ConfigurationProperties("registrations.notices")
record NoticeSettings(
        @DefaultValue("20s") Duration every,
        @DefaultValue("7d") Duration week,
        @DefaultValue("24h") Duration day,
        @DefaultValue("1h") Duration hour,
        @DefaultValue("20h") Duration thanksAfter,
        @DefaultValue("7d") Duration thanksUntil) {}
