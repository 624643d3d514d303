package org.clarion.servicedefaults;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting without which the service must not start, most often a secret. Says the environment variable by name. */
public class MissingSetting extends IllegalStateException {

    private final String variable;

    public MissingSetting(String property) {
        super(variable(property) + " is not set");
        this.variable = variable(property);
    }

    /**
     * Gives the value back where there is one.
     *
     * @param property the setting's name, such as {@code clarion.tokens.key}
     * @throws MissingSetting where the value is null or blank
     */
    public static String require(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new MissingSetting(property);
        }
        return value.strip();
    }

    public String variable() {
        return variable;
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static class Analyzer extends AbstractFailureAnalyzer<MissingSetting> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, MissingSetting cause) {
            return new FailureAnalysis(
                    "The environment variable " + cause.variable() + " is not set.",
                    "Set " + cause.variable() + " and start again. `./clarion up` makes every secret by itself.",
                    cause);
        }
    }
}
