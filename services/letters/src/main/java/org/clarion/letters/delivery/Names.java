package org.clarion.letters.delivery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Target;
import org.clarion.letters.target.TargetLists;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff call a target, whether somebody is behind it or not. */
@Component
class Names {

    /**
     * @param person null where nobody is there
     * @param place the seat, or the office and organisation of an entry
     */
    record Name(@Nullable String person, String place) {

        /** In one line. */
        public String inFull() {
            return Stream.of(Optional.ofNullable(person).orElse(""), place)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
        }
    }

    private final Constituencies constituencies;
    private final TargetLists lists;

    Names(Constituencies constituencies, TargetLists lists) {
        this.constituencies = constituencies;
        this.lists = lists;
    }

    /** Whether there is, or was, such a seat or entry. */
    boolean isKnown(Target target) {
        return target.isSeat()
                ? constituencies.byCode(target.id()).isPresent()
                : lists.entry(target.entryId()).isPresent();
    }

    Name of(Target target, @Nullable Recipient recipient) {
        return recipient == null
                ? new Name(null, placeOf(target))
                : new Name(recipient.name(), target.isSeat() ? seat(target.id()) : office(recipient));
    }

    /** Everybody that letters can be sent to instead: wire name → name, seats first. */
    Map<String, Map<String, String>> all() {
        var seats = constituencies.all().stream()
                .sorted(Comparator.comparing(Constituency::name))
                .collect(Collectors.toMap(Constituency::code, Constituency::name, (a, b) -> a, LinkedHashMap::new));
        var groups = new LinkedHashMap<String, Map<String, String>>();
        for (var list : lists.all()) {
            var entries = new LinkedHashMap<String, String>();
            lists.entries(list.id()).forEach(entry -> entries.put(entry.target().wireName(), entry.name()));
            if (!entries.isEmpty()) {
                groups.put(list.name(), entries);
            }
        }
        groups.put("", seats);
        return groups;
    }

    private String placeOf(Target target) {
        return target.isSeat()
                ? seat(target.id())
                : lists.entry(target.entryId())
                        .map(entry -> joined(entry.name(), entry.title()))
                        .orElse(target.wireName());
    }

    private String seat(String code) {
        return constituencies.byCode(code).map(Constituency::name).orElse(code);
    }

    private static String office(Recipient recipient) {
        return joined(
                recipient.role(), Optional.ofNullable(recipient.organisation()).orElse(""));
    }

    private static String joined(String one, String other) {
        return Stream.of(one, other).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
