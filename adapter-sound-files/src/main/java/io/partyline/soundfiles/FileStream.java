package io.partyline.soundfiles;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;

/// A sound file at the studio's rate. For one thread.
///
/// A change of rate is late by some samples: as many are left out in front, and given at the end. A
/// piece that begins again goes through the same filter without a stop, so its end rings into its
/// beginning, as it would if it were written down twice.
final class FileStream implements SoundStream {
    private static final int BITE = 1_024;

    private final SoundFile file;
    private final Resampler resampler;
    private final int rate;
    private final float[] own = new float[BITE];
    private final float[] made;
    private Decoder decoder;
    private int skip;
    private int at;
    private int end;
    private long taken;
    private long given;

    /// @throws SoundException with a sentence that names it, if it cannot be decoded
    FileStream(SoundFile file) {
        this.file = file;
        decoder = file.open();
        rate = decoder.rate();
        resampler = new Resampler(rate, Frames.RATE);
        made = new float[resampler.maxOutput(BITE)];
        skip = resampler.latency();
    }

    @Override
    public int read(float[] into) {
        while (at == end) {
            int count = file.attempt(() -> decoder.read(own));
            if (count < 0) {
                return -1;
            }
            take(own, count);
        }
        int count = Math.min(into.length, end - at);
        System.arraycopy(made, at, into, 0, count);
        at += count;
        given += count;
        return count;
    }

    private void take(float[] samples, int count) {
        taken += count;
        end = resampler.process(samples, 0, count, made, 0);
        at = Math.min(skip, end);
        skip -= at;
    }

    @Override
    public void again() {
        close();
        decoder = file.open();
        if (decoder.rate() != rate) {
            throw new SoundException(
                    "\"%s\" has become another file while it was played.".formatted(file.name()));
        }
    }

    @Override
    public int last(float[] into) {
        long due = taken * Frames.RATE / rate - given;
        var silence = new float[BITE];
        int filled = 0;
        while (filled < Math.min(due, MOST_LAST)) {
            take(silence, BITE);
            int count = (int) Math.min(Math.min(due, MOST_LAST) - filled, end - at);
            System.arraycopy(made, at, into, filled, count);
            filled += count;
        }
        at = end;
        return filled;
    }

    @Override
    public void close() {
        file.attempt(() -> {
            decoder.close();
            return decoder;
        });
    }
}
