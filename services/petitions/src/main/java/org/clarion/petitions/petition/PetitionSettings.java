package org.clarion.petitions.petition;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param closeEvery how often petitions are closed whose time has come
 */
@Validated
@ConfigurationProperties("petitions.petitions")
record PetitionSettings(@DefaultValue("10s") Duration closeEvery) {}
