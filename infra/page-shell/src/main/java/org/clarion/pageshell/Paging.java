package org.clarion.pageshell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which page of a list is asked for, by {@code ?page=}. A method of a controller takes it as an argument; the links to the
 * other pages then keep all else that the address asks for.
 */
public final class Paging {

    /** As many as somebody reads without losing their place. */
    public static final int ROWS = 50;

    private static final String PAGE = "page";
    private static final int FURTHEST = 1_000;

    private final int number;
    private final UriComponents here;

    private Paging(int number, UriComponents here) {
        this.number = number;
        this.here = here;
    }

    /** The first page of the list at an address, for an answer that was given at another. */
    public static Paging first(String path) {
        return new Paging(1, UriComponentsBuilder.fromPath(path).build());
    }

    /**
     * @param wanted what stands in the address; anything else than a number is the first page
     * @param query of the address
     */
    static Paging of(@Nullable String wanted, @Nullable String query) {
        return new Paging(
                number(wanted), UriComponentsBuilder.newInstance().query(query).build());
    }

    /** The same, with links that leave out what was only to be said once. */
    public Paging without(String parameter) {
        return new Paging(
                number,
                UriComponentsBuilder.newInstance()
                        .uriComponents(here)
                        .replaceQueryParam(parameter)
                        .build());
    }

    private static int number(@Nullable String wanted) {
        try {
            return wanted == null ? 1 : Math.clamp(Long.parseLong(wanted), 1, FURTHEST);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** A page of all that there is; beyond the end the last one. */
    public <T> Paged<T> of(List<T> all) {
        var page = Math.min(number, Math.max(1, (all.size() + ROWS - 1) / ROWS));
        var from = (page - 1) * ROWS;
        var to = Math.min(from + ROWS, all.size());
        return paged(page, List.copyOf(all.subList(from, to)), (long) all.size(), to < all.size());
    }

    /** A list that is read page by page. */
    public interface Source<T> {

        List<T> read(int skip, int most);
    }

    /** A page of what is too long to be read whole. */
    public <T> Paged<T> from(Source<T> source) {
        var found = source.read((number - 1) * ROWS, ROWS + 1);
        return paged(number, found.stream().limit(ROWS).toList(), null, found.size() > ROWS);
    }

    private <T> Paged<T> paged(int page, List<T> rows, @Nullable Long total, boolean more) {
        return new Paged<>(rows, page, total, page > 1 ? link(page - 1) : null, more ? link(page + 1) : null);
    }

    private String link(int page) {
        return UriComponentsBuilder.newInstance()
                .uriComponents(here)
                .replaceQueryParam(PAGE, page)
                .build()
                .toUriString();
    }
}
