package org.clarion.registrations.gathering;

/**
 * Is told of what has changed in a gathering, at once and in the same instance. Whoever listens must also do without: an
 * instance may end between the change and the telling.
 */
@FunctionalInterface
public interface GatheringWatch {

    void changed(Gathering gathering);
}
