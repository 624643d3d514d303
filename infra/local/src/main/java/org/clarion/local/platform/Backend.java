package org.clarion.local.platform;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.clarion.backends.Ports;

/**
 * A store, a broker or a mail sink.
 *
 * @param serves whether it does its work; asked only once its first port is open
 */
record Backend(String name, List<Integer> ports, Supplier<List<String>> command, BooleanSupplier serves)
        implements Part {

    @Override
    public Launch launch() {
        return new Launch(command.get(), Map.of());
    }

    @Override
    public Readiness readiness() {
        if (Ports.free(ports.getFirst())) {
            return Readiness.SILENT;
        }
        return serves.getAsBoolean() ? Readiness.READY : Readiness.waitingFor("itself");
    }
}
