package org.clarion.letters.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.letters.sheet.Sheet;
import org.clarion.letters.target.TargetEntry.Details;

/**
 * A table of people for a list. Columns go by name: {@code name} must be there; {@code title}, {@code organisation},
 * {@code salutation}, {@code address} and {@code country} may be. Whoever has the name and organisation of somebody on the
 * list is the same person.
 */
final class ListImport {

    private static final String NAME = "name";

    private final List<Details> people;
    private final boolean addressesTold;
    private final boolean removing;

    private ListImport(List<Details> people, boolean addressesTold, boolean removing) {
        this.people = people;
        this.addressesTold = addressesTold;
        this.removing = removing;
    }

    /**
     * @param removing whether those who are not in the table go off the list
     * @throws org.clarion.letters.sheet.BrokenSheet at the first line that cannot be used
     */
    static ListImport read(String table, boolean removing) {
        var sheet = Sheet.read(table);
        var name = sheet.required(NAME, "full_name", "display_as", "name_display_as");
        var address = sheet.firstOf("address", "email", "e-mail", "mail");
        var people = new ArrayList<Details>();
        var places = new HashMap<String, Long>();
        for (var line : sheet.rows()) {
            var fields = new EntryFields(
                    line.text(name),
                    line.text("title"),
                    line.text("organisation"),
                    line.text("salutation"),
                    address == null ? "" : line.text(address),
                    line.text("country"));
            fields.flaw().ifPresent(flaw -> {
                throw line.broken("entry-" + flaw.wireName(), fields.said(flaw));
            });
            var details = fields.read();
            var earlier = places.putIfAbsent(details.place(), line.line());
            if (earlier != null) {
                throw line.broken("entry-twice", details.name(), earlier);
            }
            people.add(details);
        }
        return new ListImport(people, address != null, removing);
    }

    record ChangedEntry(TargetEntry entry, Details details) {}

    /** @param unchanged how many stay as they are */
    record Revision(List<Details> added, List<ChangedEntry> changed, List<TargetEntry> removed, int unchanged) {

        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }

        int sizeAfter() {
            return added.size() + changed.size() + unchanged;
        }
    }

    /** @param onList who is on the list now */
    Revision against(List<TargetEntry> onList) {
        var known = onList.stream()
                .collect(Collectors.toMap(entry -> entry.details().place(), Function.identity()));
        var added = new ArrayList<Details>();
        var changed = new ArrayList<ChangedEntry>();
        var named = new HashSet<String>();
        for (var details : people) {
            named.add(details.place());
            var entry = known.get(details.place());
            if (entry == null) {
                added.add(details);
            } else if (!entry.details().equals(keeping(entry, details))) {
                changed.add(new ChangedEntry(entry, keeping(entry, details)));
            }
        }
        var others = onList.stream()
                .filter(entry -> !named.contains(entry.details().place()))
                .toList();
        var removed = removing ? others : List.<TargetEntry>of();
        return new Revision(added, changed, removed, onList.size() - changed.size() - removed.size());
    }

    /** A table without a column of addresses says nothing about them. */
    private Details keeping(TargetEntry entry, Details details) {
        return addressesTold
                ? details
                : new Details(
                        details.name(),
                        details.title(),
                        details.organisation(),
                        details.salutation(),
                        entry.office().listed(),
                        details.country());
    }
}
