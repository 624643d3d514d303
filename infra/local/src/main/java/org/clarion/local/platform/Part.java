package org.clarion.local.platform;

import java.util.List;
import java.util.Map;

/** One process of the platform. */
public interface Part {

    String name();

    /** What it listens on. */
    List<Integer> ports();

    Launch launch();

    Readiness readiness();

    /** @param environment on top of the launcher's own */
    record Launch(List<String> command, Map<String, String> environment) {}

    /** How far a part has come. */
    enum Stage {
        SILENT,
        ANSWERING,
        READY
    }

    /** @param says the stage in words, with what it waits for */
    record Readiness(Stage stage, String says) {

        static final Readiness READY = new Readiness(Stage.READY, "ready");
        static final Readiness SILENT = new Readiness(Stage.SILENT, "does not answer");

        public boolean ready() {
            return stage == Stage.READY;
        }

        static Readiness waitingFor(String what) {
            return new Readiness(Stage.ANSWERING, "waits for " + what);
        }
    }
}
