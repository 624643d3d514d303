package org.clarion.campaigns.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.clarion.campaigns.totals.Counted.Cell;

/** How {@link Counted} lies in its store. */
final class CountedSerde {

    private static final int FORMAT = 1;

    private CountedSerde() {}

    static Serde<Counted> serde() {
        return Binary.serde(CountedSerde::write, CountedSerde::read);
    }

    private static void write(Counted counted, DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        out.writeLong(counted.version());
        out.writeLong(counted.action().getMostSignificantBits());
        out.writeLong(counted.action().getLeastSignificantBits());
        out.writeShort(counted.measures().size());
        for (var measure : counted.measures().entrySet()) {
            out.writeUTF(measure.getKey());
            out.writeLong(measure.getValue());
        }
        out.writeShort(counted.cells().size());
        for (var cell : counted.cells()) {
            out.writeUTF(cell.dimension());
            out.writeUTF(cell.value());
        }
    }

    private static Counted read(DataInputStream in) throws IOException {
        Steps.expect(FORMAT, in.readByte());
        var version = in.readLong();
        var action = new UUID(in.readLong(), in.readLong());
        var measures = new TreeMap<String, Long>();
        for (int left = in.readShort(); left > 0; left--) {
            measures.put(in.readUTF(), in.readLong());
        }
        var cells = new ArrayList<Cell>();
        for (int left = in.readShort(); left > 0; left--) {
            cells.add(new Cell(in.readUTF(), in.readUTF()));
        }
        return new Counted(version, action, measures, cells);
    }
}
