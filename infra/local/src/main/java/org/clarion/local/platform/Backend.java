package org.clarion.local.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.clarion.backends.Ports;

/**
 * A store, a broker or a mail sink.
 *
 * @param ports all that it needs; it is ready once the first one answers
 */
record Backend(String name, List<Integer> ports, Supplier<List<String>> command) implements Part {

    @Override
    public Launch launch() {
        return new Launch(command.get(), Map.of());
    }

    @Override
    public Readiness readiness() {
        return Ports.free(ports.getFirst()) ? Readiness.SILENT : Readiness.READY;
    }
}
