package org.clarion.actions.progress;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param viewers how many may watch a number move at once, in one instance; the others' pages ask now and then */
@Validated
@ConfigurationProperties("clarion.progress")
record ProgressSettings(@DefaultValue("2000") @Positive int viewers) {}
