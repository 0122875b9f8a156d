package io.partyline.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this computer for programs that must be told one.
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int LOWEST_OF_THE_SYSTEM = 32_768;

    private Ports() {}

    /// A port that stays free until somebody asks for it by its number: it lies below those that
    /// the system gives to whoever does not, such as another test at the same time.
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OF_THE_SYSTEM);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (BindException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
