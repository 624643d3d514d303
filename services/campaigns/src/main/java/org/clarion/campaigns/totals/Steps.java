package org.clarion.campaigns.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.kafka.common.serialization.Serde;

/** How {@link Step}s travel. */
final class Steps {

    private static final int CHANGES = 1;
    private static final int CAUGHT_UP = 2;

    private Steps() {}

    static Serde<Step> serde() {
        return Binary.serde(Steps::write, Steps::read);
    }

    private static void write(Step step, DataOutputStream out) throws IOException {
        switch (step) {
            case Step.Changes changes -> {
                out.writeByte(CHANGES);
                out.writeShort(changes.rows().size());
                for (var change : changes.rows()) {
                    out.writeUTF(change.row().measure());
                    out.writeUTF(change.row().dimension());
                    out.writeUTF(change.row().value());
                    out.writeLong(change.by());
                }
            }
            case Step.CaughtUp c -> out.writeByte(CAUGHT_UP);
            case Step.Rejected r -> throw new IllegalStateException("A rejected record goes to the dead letters");
        }
    }

    private static Step read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        if (kind == CAUGHT_UP) {
            return new Step.CaughtUp();
        }
        expect(CHANGES, kind);
        var rows = new ArrayList<RowChange>();
        for (int left = in.readShort(); left > 0; left--) {
            rows.add(new RowChange(new Row(in.readUTF(), in.readUTF(), in.readUTF()), in.readLong()));
        }
        return new Step.Changes(rows);
    }

    static void expect(int format, int found) throws IOException {
        if (found != format) {
            throw new IOException("Format " + found + " is not known here; rebuild the totals");
        }
    }
}
