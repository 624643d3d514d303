package org.clarion.local.platform;

import java.util.List;
import java.util.Map;

/** Any program as a part; ready as soon as it runs, unless it has a port to open first. */
record TestPart(String name, List<String> command, Map<String, String> environment, List<Integer> ports)
        implements Part {

    TestPart(String name, List<String> command, Map<String, String> environment) {
        this(name, command, environment, List.of());
    }

    @Override
    public Launch launch() {
        return new Launch(command, environment);
    }

    @Override
    public Readiness readiness() {
        return ports.stream().allMatch(port -> !org.clarion.backends.Ports.free(port))
                ? Readiness.READY
                : Readiness.SILENT;
    }
}
