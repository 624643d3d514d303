package org.clarion.places;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The facts in this jar. */
final class Resource {

    private Resource() {}

    static Reader open(String name) {
        var in = Objects.requireNonNull(Resource.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
