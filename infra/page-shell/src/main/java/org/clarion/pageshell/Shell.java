package org.clarion.pageshell;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.util.DetailedError;

/** What the shell's own templates ask for. They call it {@code #shell}. */
final class Shell {

    private static final Set<Integer> STATUSES_WITH_WORDS = Set.of(400, 401, 403, 404, 410, 413, 429, 500, 503, 504);

    private final Organisation organisation;
    private final Supplier<ResourceUrlProvider> assets;
    private final String origin;

    /** @param origin under which people reach the platform, such as {@code https://actions.example.org} */
    Shell(Organisation organisation, Supplier<ResourceUrlProvider> assets, String origin) {
        this.organisation = organisation;
        this.assets = assets;
        this.origin = origin.replaceAll("/+$", "");
    }

    /** A path as others have to call it, for pictures that they show beside a link. */
    public String absolute(String path) {
        return origin + path;
    }

    /** The address of a style, script or picture, with the hash of its content. */
    public String asset(String path) {
        var address = assets.get().getForLookupPath("/assets/" + path);
        if (address == null) {
            throw new IllegalArgumentException("There is no asset " + path);
        }
        return address;
    }

    /**
     * The errors of a form as its fields stand in its record, those of the whole form first.
     *
     * @param form null where it could not be made of what came
     */
    public List<DetailedError> inOrder(List<DetailedError> errors, @Nullable Object form) {
        if (form == null) {
            return errors;
        }
        var fields = Stream.of(form.getClass().getDeclaredFields())
                .map(Field::getName)
                .toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> fields.indexOf(error.getFieldName())))
                .toList();
    }

    public Organisation organisation() {
        return organisation;
    }

    /** The ids of the hint and the error beside a field, or null when it has neither. */
    public @Nullable String describedBy(String field, boolean hint, boolean error) {
        if (!hint && !error) {
            return null;
        }
        return ((hint ? field + "-hint " : "") + (error ? field + "-error" : "")).strip();
    }

    /** Whether a link to something of these roles is shown. It only hides: each service guards its own pages. */
    public boolean any(@Nullable Object held, String... wanted) {
        return held instanceof Collection<?> roles
                && roles.stream()
                        .map(role -> role.toString().toLowerCase(Locale.ROOT))
                        .anyMatch(Set.of(wanted)::contains);
    }

    /** The message key of what to say about an HTTP status. */
    public String wordsFor(@Nullable Integer status) {
        if (status == null) {
            return "error.500";
        }
        if (STATUSES_WITH_WORDS.contains(status)) {
            return "error." + status;
        }
        return status < 500 ? "error.other" : "error.500";
    }
}
