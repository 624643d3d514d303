package org.clarion.load.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form on a page that posts, as a browser would send it untouched.
 *
 * @param fields its hidden fields and what was typed, url-encoded
 */
record PageForm(String action, String fields) {

    private static final Pattern FORM = Pattern.compile(
            "<form\\b([^>]*\\bmethod=\"post\"[^>]*)>(.*?)</form>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input\\b[^>]*\\btype=\"hidden\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = attribute("action");
    private static final Pattern NAME = attribute("name");
    private static final Pattern VALUE = attribute("value");

    /** The first of them. */
    static Optional<PageForm> on(String page, String path) {
        return all(page, path).findFirst();
    }

    static Stream<PageForm> all(String page, String path) {
        return FORM.matcher(page).results().map(form -> form(form, path));
    }

    private static PageForm form(MatchResult form, String path) {
        var named = of(form.group(1), ACTION);
        var action = named.isEmpty() ? path : URI.create(path).resolve(named).toString();
        var fields = HIDDEN.matcher(form.group(2))
                .results()
                .map(MatchResult::group)
                .map(input -> encoded(of(input, NAME)) + "=" + encoded(of(input, VALUE)))
                .collect(Collectors.joining("&"));
        return new PageForm(action, fields);
    }

    /** What somebody types into it, in the place of what a hidden field of that name says. */
    PageForm with(Map<String, String> typed) {
        var names = typed.keySet().stream().map(PageForm::encoded).toList();
        return new PageForm(
                action,
                Stream.concat(
                                Stream.of(fields.split("&")).filter(field -> !names.contains(field.split("=", 2)[0])),
                                typed.entrySet().stream()
                                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("&")));
    }

    private static Pattern attribute(String name) {
        return Pattern.compile("\\b" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    }

    private static String of(String tag, Pattern attribute) {
        var found = attribute.matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
