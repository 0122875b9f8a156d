package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.files.Private;
import io.partyline.show.CallId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// The calls whose end the carrier has reported: whatever is asked about one of them afterwards was
/// sent before, and is late, or is played again by somebody who wants in. The show knows only those
/// of its own evening.
///
/// They are kept in a file, so that a restart forgets none: of each a hash of its id, a line each,
/// the newest last. Whatever becomes of the file, the show goes on; it is one lock of several.
///
/// Safe for use by many threads at once.
public final class EndedCalls {
    private static final String FILE = "ended-calls.txt";

    /// Many evenings of calls; beyond that the oldest is forgotten.
    private static final int MOST = 10_000;

    /// The file may hold so many more lines before it is written anew.
    private static final int SURPLUS = 10_000;

    private static final int HASH_BYTES = 12;
    private static final System.Logger LOG = System.getLogger(EndedCalls.class.getName());

    private final SequencedSet<String> calls = new LinkedHashSet<>();
    private Optional<Path> file = Optional.empty();
    private int lines;

    private EndedCalls() {}

    /// None yet, and none are kept.
    public static EndedCalls forgetful() {
        return new EndedCalls();
    }

    /// Those that are kept in a folder.
    public static EndedCalls in(Path folder) {
        var kept = new EndedCalls();
        kept.open(folder.resolve(FILE));
        return kept;
    }

    private synchronized void open(Path kept) {
        try {
            List<String> known = Files.readAllLines(Private.file(kept), US_ASCII);
            known.forEach(this::remember);
            lines = known.size();
            file = Optional.of(kept);
        } catch (IOException e) {
            unkept(e);
        }
    }

    synchronized void add(CallId call) {
        String hash = hash(call);
        if (remember(hash)) {
            file.ifPresent(kept -> write(kept, hash));
        }
    }

    synchronized boolean contains(CallId call) {
        return calls.contains(hash(call));
    }

    private boolean remember(String hash) {
        boolean news = calls.add(hash);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
        return news;
    }

    private void write(Path kept, String hash) {
        try {
            if (lines >= MOST + SURPLUS) {
                Path anew = Private.file(kept.resolveSibling(FILE + ".new"));
                Files.write(anew, calls, US_ASCII);
                Files.move(anew, kept, StandardCopyOption.ATOMIC_MOVE);
                lines = calls.size();
            } else {
                Files.write(kept, List.of(hash), US_ASCII, StandardOpenOption.APPEND);
                lines++;
            }
        } catch (IOException e) {
            unkept(e);
        }
    }

    private void unkept(IOException e) {
        file = Optional.empty();
        LOG.log(Level.WARNING, "The calls that end are remembered until the program ends only.", e);
    }

    private static String hash(CallId call) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(call.value().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one has not.", e);
        }
    }
}
