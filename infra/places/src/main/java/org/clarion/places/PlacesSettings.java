package org.clarion.places;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param file the imported table; without one, the sample of about 200 postcodes in this library */
@ConfigurationProperties("clarion.places")
record PlacesSettings(@Nullable Path file) {}
