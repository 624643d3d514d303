package org.clarion.servicedefaults.problems;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** The page {@code error}, in services that have one. */
class ErrorPage {

    private static final String NAME = "error";

    private final ObjectProvider<ViewResolver> resolvers;
    private final boolean exists;

    ErrorPage(ApplicationContext context) {
        this.resolvers = context.getBeanProvider(ViewResolver.class);
        this.exists = new TemplateAvailabilityProviders(context).getProvider(NAME, context) != null;
    }

    @Nullable View view(Locale locale) {
        return exists
                ? resolvers
                        .orderedStream()
                        .map(each -> resolve(each, locale))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable View resolve(ViewResolver resolver, Locale locale) {
        try {
            return resolver.resolveViewName(NAME, locale);
        } catch (Exception e) {
            throw new IllegalStateException("The page for refusals cannot be found", e);
        }
    }
}
