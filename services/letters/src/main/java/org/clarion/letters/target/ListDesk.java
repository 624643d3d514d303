package org.clarion.letters.target;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.clarion.letters.target.ListImport.Revision;
import org.clarion.letters.target.TargetEntry.Details;
import org.clarion.letters.target.TargetRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Where staff keep target lists. */
@Component
class ListDesk {

    /** So that a page, an import and a letter to all of a list stay what they are. */
    static final int MOST_ON_A_LIST = 2_000;

    private final TargetLists lists;
    private final Clock clock;

    ListDesk(TargetLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    TargetList start(String name, String about, String by) {
        return lists.save(TargetList.named(Ids.next(), name, about, clock.instant(), by));
    }

    /** @param seen the version that the editor had before them */
    TargetList rename(UUID id, long seen, String name, String about) {
        var list = list(id);
        if (!Objects.equals(list.version(), seen)) {
            throw new TargetRefusal(Reason.CHANGED_MEANWHILE);
        }
        try {
            return lists.save(list.called(name, about));
        } catch (OptimisticLockingFailureException e) {
            throw new TargetRefusal(Reason.CHANGED_MEANWHILE);
        }
    }

    TargetList list(UUID id) {
        return lists.find(id).orElseThrow(() -> new TargetRefusal(Reason.UNKNOWN));
    }

    /** One that is on that list. */
    TargetEntry entry(UUID list, UUID id) {
        return lists.entry(id)
                .filter(entry -> entry.list().equals(list) && entry.removedAt() == null)
                .orElseThrow(() -> new TargetRefusal(Reason.UNKNOWN));
    }

    TargetEntry add(UUID list, Details details) {
        list(list);
        if (lists.size(list) >= MOST_ON_A_LIST) {
            throw new TargetRefusal(Reason.LIST_FULL);
        }
        return lists.save(TargetEntry.added(Ids.next(), list, details));
    }

    /** @param seen the version that the editor had before them */
    void edit(UUID list, UUID id, long seen, Details details) {
        var entry = entry(list, id);
        if (!Objects.equals(entry.version(), seen)) {
            throw new TargetRefusal(Reason.CHANGED_MEANWHILE);
        }
        try {
            lists.save(entry.edited(details));
        } catch (OptimisticLockingFailureException e) {
            throw new TargetRefusal(Reason.CHANGED_MEANWHILE);
        }
    }

    void works(UUID list, UUID id) {
        var entry = entry(list, id);
        lists.change(entry.id(), known -> known.works(clock.instant()));
    }

    void remove(UUID list, UUID id) {
        var entry = entry(list, id);
        lists.change(entry.id(), known -> known.removed(clock.instant()));
    }

    /** What a table would change. */
    Revision compare(UUID list, ListImport table) {
        list(list);
        var revision = table.against(lists.entries(list));
        if (revision.sizeAfter() > MOST_ON_A_LIST) {
            throw new TargetRefusal(Reason.LIST_FULL);
        }
        return revision;
    }

    /** Done twice, or cut short and done again, it comes to the same. */
    Revision apply(UUID list, ListImport table) {
        var revision = compare(list, table);
        lists.addAll(revision.added().stream()
                .map(details -> TargetEntry.added(Ids.next(), list, details))
                .toList());
        revision.changed().forEach(each -> lists.change(each.entry().id(), known -> known.edited(each.details())));
        revision.removed().forEach(entry -> lists.change(entry.id(), known -> known.removed(clock.instant())));
        return revision;
    }
}
