package io.partyline.javasound;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A device that may come and go.
///
/// The audio thread takes [#line] and, if it does not work, [#pull]s it; the thread `sound devices`
/// closes what was pulled and looks for another. What happens is said once, not at every attempt.
final class Plug<L extends OpenLine> implements AutoCloseable {
    /// Opens the device, and waits until it has shown that it works.
    interface Opener<L> {
        L open() throws NoDeviceException;
    }

    private static final System.Logger LOG = System.getLogger(Plug.class.getName());

    private final String device;
    private final String meanwhile;
    private final Opener<L> opener;
    private final Consumer<String> say;

    /// Set by `sound devices` when it is empty, emptied by `audio`.
    private volatile @Nullable L line;

    /// Set by `audio`, emptied by `sound devices`.
    private volatile @Nullable L pulled;

    /// Why it is missing, for readers.
    private volatile String missing = "";

    /// @param device what the host calls it, at the start of a sentence
    /// @param meanwhile what is done without it: a sentence
    Plug(String device, String meanwhile, Opener<L> opener, Consumer<String> say) {
        this.device = device;
        this.meanwhile = meanwhile;
        this.opener = opener;
        this.say = say;
    }

    /// What is plugged in. Real-time.
    @Nullable L line() {
        return line;
    }

    /// It does not work any more. Audio thread only; real-time.
    void pull(L broken) {
        pulled = broken;
        line = null;
    }

    /// Looks after the device. May take seconds; for `sound devices` only.
    void tend() {
        // Asked first, so that what was pulled is closed before another is opened.
        boolean empty = line == null;
        letGo();
        if (empty) {
            plugIn();
        }
    }

    /// Closes what was pulled, and looks for no other. For `sound devices` only.
    void letGo() {
        L broken = pulled;
        if (broken != null) {
            pulled = null;
            broken.close();
            miss("stopped working");
        }
    }

    private void plugIn() {
        try {
            line = opener.open();
            if (!missing.isEmpty()) {
                missing = "";
                say.accept(device + " is back.");
            }
        } catch (NoDeviceException e) {
            miss(String.valueOf(e.getMessage()));
        } catch (RuntimeException mistake) {
            // A driver's, most likely: it must not keep the other devices from being looked after.
            LOG.log(missing.isEmpty() ? Level.ERROR : Level.DEBUG, device + ": a fault", mistake);
            miss("cannot be opened: its driver made a mistake");
        }
    }

    private void miss(String why) {
        if (missing.isEmpty()) {
            say.accept("%s %s. %s".formatted(device, why, meanwhile));
        }
        missing = why;
    }

    /// How it is, in a few words for the host.
    String words() {
        L now = line;
        String why = missing.isEmpty() ? "stopped working" : missing;
        return now == null ? "%s %s".formatted(device, why) : now.words();
    }

    /// Once nobody plays or tends any more.
    @Override
    public void close() {
        closeIfOpen(line);
        closeIfOpen(pulled);
        line = null;
        pulled = null;
    }

    private static void closeIfOpen(@Nullable OpenLine open) {
        if (open != null) {
            open.close();
        }
    }
}
