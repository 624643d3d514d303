package org.clarion.journeys;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the links of pages to all that lie below one address, a few of each shape. */
final class Crawl {

    private static final int OF_EACH_SHAPE = 2;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");
    private static final Pattern SEAT_OR_PERSON = Pattern.compile("[ENSW]\\d{8}|(member|entry):.+");
    private static final Pattern SLUG = Pattern.compile("slug: (\\S+)");
    private static final Pattern MADE_BY_TESTS = Pattern.compile("plant-a-tree-.*");

    private final Visitor visitor;
    private final String origin;
    private final Set<String> slugs;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Integer> seenOfShape = new HashMap<>();

    Crawl(Visitor visitor, RunningPlatform platform) {
        this.visitor = visitor;
        this.origin = platform.url("").toString();
        this.slugs = SLUG.matcher(House.read(House.ROOT.resolve("infra/local/src/main/resources/demo/content.yaml")))
                .results()
                .map(slug -> slug.group(1))
                .collect(Collectors.toSet());
    }

    /** Opens each page in turn and shows its path. */
    void from(String start, Consumer<String> look) {
        var staff = isForStaff(start);
        var ahead = new ArrayDeque<String>();
        ahead.add(start);
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            if (seen.contains(path) || seenOfShape.merge(shape(path), 1, Integer::sum) > OF_EACH_SHAPE) {
                continue;
            }
            visitor.open(path);
            seen.add(path);
            links().filter(link -> isForStaff(link) == staff).forEach(ahead::add);
            look.accept(path);
        }
    }

    Set<String> seen() {
        return Set.copyOf(seen);
    }

    private static boolean isForStaff(String path) {
        return path.equals("/staff") || path.startsWith("/staff/");
    }

    /** A page's address with what names one thing left out, which also names its picture. */
    String shape(String path) {
        return Stream.of(path.split("/"))
                .map(part -> namesOne(part) ? "one" : part)
                .collect(Collectors.joining("/"));
    }

    private boolean namesOne(String part) {
        return ID.matcher(part).matches()
                || SEAT_OR_PERSON.matcher(part).matches()
                || slugs.contains(part)
                || MADE_BY_TESTS.matcher(part).matches();
    }

    private Stream<String> links() {
        var addresses = (List<?>) visitor.page()
                .evaluate("[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)");
        return addresses.stream()
                .map(Object::toString)
                .filter(address -> address.startsWith(origin))
                .map(address -> URI.create(address).getPath())
                .filter(path -> !path.matches(".*\\.(csv|ics|json|xml)"));
    }
}
