package org.clarion.actions.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form says once it is read, or what is wrong with it. */
public record Reading<T>(@Nullable T said, List<Flaw> flaws) {

    public static <T> Reading<T> of(T said) {
        return new Reading<>(said, List.of());
    }

    public static <T> Reading<T> flawed(List<Flaw> flaws) {
        return new Reading<>(null, List.copyOf(flaws));
    }

    public Optional<T> accepted() {
        return Optional.ofNullable(said);
    }
}
