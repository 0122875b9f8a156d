package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.ProgramOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Listeners that a test listens for: keeps what they get, and with which titles. Their server is
/// there until a test takes it away. Strict: nothing is played after it was closed.
///
/// Safe for use by many threads.
public final class HandProgramOut implements ProgramOut {
    /// A title, and how many samples listeners had got when it came.
    public record Titled(int atSample, String who) {}

    private final Presence presence = new Presence("way to listeners");
    private final List<Titled> titles = new ArrayList<>();
    private float[] got = new float[64 * Frames.SAMPLES];
    private int length;
    private long lost;
    private boolean begun;
    private boolean gone;

    /// Listeners who get nothing yet.
    public HandProgramOut() {
        presence.begin();
    }

    /// The server is gone, or there again.
    public synchronized void gone(boolean now) {
        gone = now;
    }

    /// What listeners have got so far.
    public synchronized float[] got() {
        return Arrays.copyOf(got, length);
    }

    /// How many samples listeners have got.
    public synchronized int length() {
        return length;
    }

    /// What listeners could read, in order.
    public synchronized List<Titled> titles() {
        return List.copyOf(titles);
    }

    @Override
    public String name() {
        return "by hand";
    }

    @Override
    public synchronized void begin() {
        if (!begun) {
            begun = true;
            lost = 0;
        }
    }

    @Override
    public synchronized void end() {
        begun = false;
    }

    @Override
    public synchronized void play(float[] frame) {
        presence.check();
        if (!begun) {
            return;
        }
        if (gone) {
            lost++;
            return;
        }
        if (length + Frames.SAMPLES > got.length) {
            got = Arrays.copyOf(got, 2 * got.length);
        }
        System.arraycopy(frame, 0, got, length, Frames.SAMPLES);
        length += Frames.SAMPLES;
    }

    @Override
    public synchronized void title(String who) {
        presence.check();
        titles.add(new Titled(length, who));
    }

    @Override
    public synchronized boolean connected() {
        return begun && !gone;
    }

    @Override
    public synchronized OptionalLong listeners() {
        return connected() ? OptionalLong.of(1) : OptionalLong.empty();
    }

    @Override
    public synchronized long lostMs() {
        return lost * Frames.MILLIS;
    }

    @Override
    public synchronized Optional<String> trouble() {
        return begun && gone ? Optional.of("The server was taken away.") : Optional.empty();
    }

    @Override
    public synchronized void close() {
        begun = false;
        presence.end();
    }
}
