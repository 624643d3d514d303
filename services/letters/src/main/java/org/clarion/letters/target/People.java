package org.clarion.letters.target;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.letters.representative.Member;
import org.clarion.letters.representative.Representatives;
import org.clarion.pageshell.Sought;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Everybody who can be written to, or once could, as persons: whatever seat they hold. */
@Component
public class People {

    /**
     * @param key as in {@link Recipient#key()}
     * @param role such as {@code MP for Holborn and St Pancras}; empty where none is known
     */
    public record Person(String key, String name, String role) {}

    private static final String MEMBER = "member:";
    private static final int MOST_FOUND = 50;

    private final Recipients recipients;
    private final Representatives representatives;
    private final TargetLists lists;
    private final MessageSource messages;

    People(Recipients recipients, Representatives representatives, TargetLists lists, MessageSource messages) {
        this.recipients = recipients;
        this.representatives = representatives;
        this.lists = lists;
        this.messages = messages;
    }

    /** @param key as in {@link Recipient#key()} */
    public Optional<Person> find(String key, Instant at) {
        return Optional.ofNullable(find(Set.of(key), at).get(key));
    }

    /** By key; those of whom nothing is known are missing. */
    public Map<String, Person> find(Collection<String> keys, Instant at) {
        var found = new HashMap<String, Person>();
        var ids = keys.stream().flatMap(key -> memberId(key).stream()).toList();
        if (!ids.isEmpty()) {
            var sitting = new HashMap<String, Person>();
            members(at).forEach(person -> sitting.put(person.key(), person));
            representatives
                    .find(ids)
                    .values()
                    .forEach(member -> found.put(
                            member.key(),
                            Optional.ofNullable(sitting.get(member.key())).orElseGet(() -> former(member))));
        }
        var entries = keys.stream().flatMap(key -> entryId(key).stream()).toList();
        if (!entries.isEmpty()) {
            lists.entries(entries).values().forEach(entry -> found.put(entry.key(), person(entry)));
        }
        return found;
    }

    /**
     * Those in office, and those on lists, by name.
     *
     * @param typed part of a name or of a role
     * @return 50 at most
     */
    public List<Person> search(String typed, Instant at) {
        if (typed.isBlank()) {
            return List.of();
        }
        var sought = new Sought(typed);
        var sitting = members(at).filter(person -> sought.isIn(person.name(), person.role()));
        var listed = lists.named(typed.strip(), MOST_FOUND).stream().map(People::person);
        return Stream.concat(sitting, listed)
                .sorted(Comparator.comparing(Person::name))
                .limit(MOST_FOUND)
                .toList();
    }

    private Stream<Person> members(Instant at) {
        return recipients.ofAllSeats(at).values().stream()
                .map(each -> new Person(each.key(), each.name(), each.role()));
    }

    private Person former(Member member) {
        var role = messages.getMessage("recipient.role.former", null, LocaleContextHolder.getLocale());
        return new Person(member.key(), member.name(), role);
    }

    private static Person person(TargetEntry entry) {
        var role = Stream.of(entry.title(), entry.organisation())
                .filter(part -> part != null && !part.isEmpty())
                .reduce((title, organisation) -> title + ", " + organisation);
        return new Person(entry.key(), entry.name(), role.orElse(""));
    }

    private static Optional<Long> memberId(String key) {
        return key.matches(MEMBER + "\\d{1,9}")
                ? Optional.of(Long.parseLong(key.substring(MEMBER.length())))
                : Optional.empty();
    }

    private static Optional<UUID> entryId(String key) {
        return key.startsWith(TargetEntry.KEY)
                ? Target.parse(key.substring(TargetEntry.KEY.length()))
                        .filter(target -> !target.isSeat())
                        .map(Target::entryId)
                : Optional.empty();
    }
}
