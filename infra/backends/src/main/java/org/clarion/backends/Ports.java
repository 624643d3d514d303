package org.clarion.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /** The port itself, or a free one where it is 0. */
    public static int orFree(int port) {
        if (port != 0) {
            return port;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** @throws BackendUnavailable when something else listens there */
    public static void claim(String who, int port) {
        if (!free(port)) {
            throw new BackendUnavailable("Port %d on 127.0.0.1 is taken, and %s needs it.".formatted(port, who));
        }
    }
}
