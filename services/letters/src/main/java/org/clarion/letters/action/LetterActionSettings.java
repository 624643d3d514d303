package org.clarion.letters.action;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param closeEvery how often actions are closed whose time has come */
@Validated
@ConfigurationProperties("letters.actions")
record LetterActionSettings(@DefaultValue("10s") Duration closeEvery) {}
