package io.partyline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Many who attack doors of this computer until they are called off, each on a thread of their own.
final class Strangers implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final LongAdder times = new LongAdder();
    private volatile boolean over;

    /// @param ports of the doors
    /// @param seed of what they do by chance
    Strangers(Attack attack, List<Integer> ports, long seed) {
        for (int port : ports) {
            for (int i = 0; i < attack.strangers(); i++) {
                var chance = new Random(seed + i);
                Thread.ofVirtual()
                        .name("stranger-" + i)
                        .start(() -> {
                            while (!over) {
                                once(attack, port, chance);
                            }
                        });
            }
        }
    }

    /// How often they came.
    long times() {
        return times.sum();
    }

    private void once(Attack attack, int port, Random chance) {
        times.increment();
        try (Socket door = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sockets.add(door);
            door.setSoTimeout(PATIENCE_MS);
            attack.once(door, chance);
            sockets.remove(door);
        } catch (IOException thrownOut) {
            // The door has closed, as it should: they come again.
            sockets.removeIf(Socket::isClosed);
        }
    }

    @Override
    public void close() {
        over = true;
        sockets.forEach(Strangers::hangUp);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket cannot be closed.", e);
        }
    }
}
