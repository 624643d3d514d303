package org.clarion.notifications.sending;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The line to the mail server, which can be down, or break in the middle of a mail. */
final class MailLine implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT = "DATA\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int target;
    private final int port;
    private final AtomicInteger breaksAtEnd = new AtomicInteger();
    private final AtomicInteger breaksBeforeContent = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket server;
    private Thread accepting;

    MailLine(int target) {
        this.target = target;
        this.server = listen(0);
        this.port = server.getLocalPort();
        this.accepting = accept();
    }

    int port() {
        return port;
    }

    int connections() {
        return connections.get();
    }

    /** The next mails arrive whole, and nobody hears that they did. */
    void breakAtEndOf(int mails) {
        breaksAtEnd.set(mails);
    }

    /** The next mails break off before their content. */
    void breakBeforeContentOf(int mails) {
        breaksBeforeContent.set(mails);
    }

    synchronized void down() {
        close(server);
        open.forEach(MailLine::close);
        try {
            accepting.join(); // the port is free only once nobody waits on it any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void up() {
        if (server.isClosed()) {
            server = listen(port);
            accepting = accept();
        }
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread accept() {
        var listening = server;
        return Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    connect(listening.accept());
                } catch (IOException e) {
                    return; // the line went down
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        connections.incrementAndGet();
        var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(upstream);
        var broken = new AtomicInteger();
        Thread.ofVirtual()
                .start(() -> pump(client, upstream, bytes -> {
                    if (endsWith(bytes, CONTENT) && take(breaksBeforeContent)) {
                        return false;
                    }
                    if (endsWith(bytes, END) && take(breaksAtEnd)) {
                        broken.set(1);
                    }
                    return true;
                }));
        Thread.ofVirtual().start(() -> pump(upstream, client, bytes -> broken.get() == 0));
    }

    private static boolean take(AtomicInteger breaks) {
        return breaks.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
    }

    private interface Passing {
        boolean passes(byte[] bytes);
    }

    private void pump(Socket from, Socket to, Passing passing) {
        var buffer = new byte[64 * 1024];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!passing.passes(Arrays.copyOf(buffer, read))) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            return; // one end has gone, and with it the connection
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static boolean endsWith(byte[] bytes, byte[] ending) {
        int from = bytes.length - ending.length;
        return from >= 0 && Arrays.equals(bytes, from, bytes.length, ending, 0, ending.length);
    }

    private static void close(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        down();
    }
}
