package io.partyline.javasound;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;

/// What both kinds of lines share. Opening may take seconds.
final class Lines {
    /// A line's buffer, in ticks: 160 ms.
    static final int TICKS = 8;

    private static final int TICKS_A_SECOND = 1_000 / Frames.MILLIS;
    private static final Duration PROBATION = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    /// Java Sound has no common word for it.
    interface Opening<L> {
        void open(L line, AudioFormat format, int bytes) throws LineUnavailableException;
    }

    private Lines() {}

    /// Opens a device with the first of these formats that it takes.
    static <L extends DataLine> L open(
            Mixer mixer, Class<L> kind, List<AudioFormat> formats, Opening<L> opening)
            throws NoDeviceException {
        for (AudioFormat format : formats) {
            var info = new DataLine.Info(kind, format);
            if (mixer.isLineSupported(info)) {
                try {
                    L line = kind.cast(mixer.getLine(info));
                    opening.open(line, format, TICKS * tickBytes(format));
                    return line;
                } catch (LineUnavailableException | IllegalArgumentException _) {
                    // The next format may do; if none does, that is said below.
                }
            }
        }
        throw new NoDeviceException("cannot be opened: another program may hold it");
    }

    /// Starts a line and waits until it does something: a device can be open and dead.
    static void prove(DataLine line, BooleanSupplier works, NanoTime time)
            throws NoDeviceException {
        line.start();
        long giveUp = time.nanos() + PROBATION.toNanos();
        while (!works.getAsBoolean()) {
            if (time.nanos() - giveUp > 0) {
                close(line);
                throw new NoDeviceException("was opened, but nothing comes of it");
            }
            time.park(LOOK_AGAIN.toNanos());
        }
    }

    /// Gives a line back. What a driver does wrong at that changes nothing for us.
    static void close(DataLine line) {
        try {
            line.close();
        } catch (RuntimeException mistake) {
            System.getLogger(Lines.class.getName())
                    .log(System.Logger.Level.WARNING, "A device was not closed well.", mistake);
        }
    }

    /// Bytes of 20 ms.
    static int tickBytes(AudioFormat format) {
        return rate(format) / TICKS_A_SECOND * format.getFrameSize();
    }

    /// Samples a second.
    static int rate(AudioFormat format) {
        return Math.round(format.getSampleRate());
    }
}
