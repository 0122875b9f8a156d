package io.partyline.tts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a program complains about: the last line that it says of itself. For many threads.
final class LastWords {
    private static final int LONGEST = 120;
    private static final int KEPT = 2_048;
    private static final int PIECE = 1_024;

    /// How long a program that has ended may take to say why.
    private static final int LIMIT_MS = 1_000;

    private final StringBuilder said = new StringBuilder();
    private final CountDownLatch over = new CountDownLatch(1);

    /// Listens to the end, however much is said, so that the program never waits for it.
    void read(InputStream from) {
        var piece = new byte[PIECE];
        try (from) {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                keep(new String(piece, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            instead("it was ended");
        } finally {
            over.countDown();
        }
    }

    /// What to say if the program says nothing itself.
    synchronized void instead(String words) {
        if (said.isEmpty()) {
            said.append(words);
        }
    }

    private synchronized void keep(String words) {
        said.append(words);
        said.delete(0, Math.max(0, said.length() - KEPT));
    }

    /// The last line, short; empty if nothing was said.
    String words() {
        try {
            // Not to know the reason is no reason to wait for it.
            boolean _ = over.await(LIMIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String last = said().strip();
        last = last.substring(last.lastIndexOf('\n') + 1).replaceAll("\\P{Print}", "");
        last = last.replaceAll("[.\\s]+$", "");
        return last.length() > LONGEST ? last.substring(0, LONGEST) + "…" : last;
    }

    private synchronized String said() {
        return said.toString();
    }
}
