package io.partyline.javasound;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A device that may come and go.
///
/// The device's own thread takes [#line] and, if it does not work, [#pull]s it; the thread that
/// looks after devices closes what was pulled and looks for another. What happens is said once, not
/// at every attempt.
final class Plug<L extends OpenLine> implements AutoCloseable {
    /// Opens the device, and waits until it has shown that it works.
    interface Opener<L> {
        L open() throws NoDeviceException;
    }

    private static final System.Logger LOG = System.getLogger(Plug.class.getName());
    private static final String GONE = "stopped working";

    private final Supplier<String> device;
    private final String meanwhile;
    private final Opener<L> opener;
    private final Consumer<String> say;

    /// Set by the keeper of the devices when it is empty, emptied by the device's thread.
    private volatile @Nullable L line;

    /// Set by the device's thread, emptied by the keeper.
    private volatile @Nullable L pulled;

    /// Why there is no line, for readers; of meaning only while there is none.
    private volatile String missing = "is being looked for";

    /// Whether the host knows that it is missing. The keeper's alone, like the next.
    private boolean said;

    private boolean logged;

    /// @param device what the host calls it, at the start of a sentence
    /// @param meanwhile what is done without it: a sentence
    Plug(Supplier<String> device, String meanwhile, Opener<L> opener, Consumer<String> say) {
        this.device = device;
        this.meanwhile = meanwhile;
        this.opener = opener;
        this.say = say;
    }

    /// What is plugged in.
    @Nullable L line() {
        return line;
    }

    /// It does not work any more. For the device's thread only.
    void pull(L broken) {
        missing = GONE;
        pulled = broken;
        line = null;
    }

    /// The same, because its driver made a mistake.
    void pull(L broken, RuntimeException mistake) {
        pull(broken);
        LOG.log(Level.ERROR, device.get() + ": a fault", mistake);
    }

    /// Looks after the device. May take seconds; for the keeper only.
    void tend() {
        // Asked first, so that what was pulled is closed before another is opened.
        boolean empty = line == null;
        letGo();
        if (empty) {
            plugIn();
        }
    }

    private void letGo() {
        L broken = pulled;
        if (broken != null) {
            pulled = null;
            broken.close();
            miss(GONE);
        }
    }

    private void plugIn() {
        try {
            line = opener.open();
            if (said) {
                said = false;
                say.accept(device.get() + " is back.");
            }
        } catch (NoDeviceException e) {
            miss(String.valueOf(e.getMessage()));
        } catch (RuntimeException mistake) {
            // A driver's, most likely: it must not keep the other devices from being looked after.
            LOG.log(logged ? Level.DEBUG : Level.ERROR, device.get() + ": a fault", mistake);
            logged = true;
            miss("cannot be opened: its driver made a mistake");
        }
    }

    private void miss(String why) {
        missing = why;
        if (!said) {
            said = true;
            say.accept(sentence());
        }
    }

    private String sentence() {
        return "%s %s. %s".formatted(device.get(), missing, meanwhile);
    }

    /// How it is, in a few words for the host.
    String words() {
        L now = line;
        return now == null ? device.get() + " " + missing : now.words();
    }

    /// What is wrong, in a sentence for the host.
    Optional<String> trouble() {
        return line == null ? Optional.of(sentence()) : Optional.empty();
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
