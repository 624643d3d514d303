package org.clarion.campaigns.totals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Small binary forms for the topology's own stores and topics; the first byte tells the format. */
final class Binary {

    interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    private Binary() {}

    static <T> Serde<T> serde(Writing<T> writing, Reading<T> reading) {
        return Serdes.serdeFrom((topic, value) -> bytes(value, writing), (topic, bytes) -> value(bytes, reading));
    }

    /** For what is only written here and read by others. */
    static <T> Serde<T> writing(Function<T, byte[]> body) {
        return Serdes.serdeFrom((topic, value) -> body.apply(value), (topic, bytes) -> {
            throw new UnsupportedOperationException("Only written here");
        });
    }

    private static <T> byte @Nullable [] bytes(@Nullable T value, Writing<T> writing) {
        if (value == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            writing.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> @Nullable T value(byte @Nullable [] bytes, Reading<T> reading) {
        if (bytes == null) {
            return null;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
