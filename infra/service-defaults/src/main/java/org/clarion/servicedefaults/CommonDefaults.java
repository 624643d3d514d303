package org.clarion.servicedefaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Settings that all services share, weaker than anything that a service or its surroundings say. */
class CommonDefaults implements EnvironmentPostProcessor, Ordered {

    static final String FILE = "org/clarion/servicedefaults/clarion-defaults.yml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("clarion-defaults", new ClassPathResource(FILE))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        var address = environment.getProperty("server.address");
        if (address != null) {
            // A service that is bound to one address must not show its inner life on all others.
            sources.addLast(new MapPropertySource("clarion-management", Map.of("management.server.address", address)));
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
