package org.clarion.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.clarion.load.platform.Launcher;
import org.clarion.load.run.Happenings.Happening;

/** Parts of a platform that are killed, all alike and in an order that chance gives, and started again. */
final class Kills {

    private final Launcher launcher;
    private final List<String> order = new ArrayList<>();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();

    Kills(Launcher launcher, List<String> parts, int count, Random random) {
        this.launcher = launcher;
        parts.forEach(part -> done.put(part, 0));
        IntStream.range(0, count).forEach(i -> order.add(parts.get(i % parts.size())));
        Collections.shuffle(order, random);
    }

    /** @param moments when: one for each kill, as {@link Happening#from} */
    List<Happening> at(long... moments) {
        return IntStream.range(0, order.size())
                .mapToObj(i -> new Happening(moments[i], () -> kill(order.get(i))))
                .toList();
    }

    private void kill(String part) {
        launcher.kill(part);
        done.merge(part, 1, Integer::sum);
        launcher.restart(part);
    }

    /** How often each part was killed. */
    Map<String, Integer> done() {
        return new TreeMap<>(done);
    }
}
