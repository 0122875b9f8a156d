package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Limiter;
import io.partyline.audio.loudness.Loudness;
import io.partyline.audio.loudness.MonoLoudness;
import io.partyline.files.WavHead;
import io.partyline.show.AiVoice;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Optional;

/// The mix as it is published: as loud as a podcast is, mono, 24 bits at 48 kHz.
///
/// A file of one channel at -19 LUFS is at -16 LUFS where it is heard: whoever has two loudspeakers
/// or two ears hears it twice, which is 3 LU more. A meter that is told so (`dualmono`) reads -16.
///
/// It is read once to measure it, and again where peaks have to be kept down, until what comes out
/// is as loud as wanted; then it is written. Never more than a frame is in memory, and the stem
/// stays as it is.
final class MixDown {
    /// What it is brought to, in LUFS of one channel.
    static final double LOUDNESS = -19;

    /// How near it has to come.
    private static final double NEAR = 0.1;

    /// How often it is measured with a limiter at work. Each time what the peaks have cost is made
    /// up for; sound that is nothing but peaks comes no nearer.
    private static final int ROUNDS = 4;

    /// Far more than any show needs, and not enough to make a roar of an empty room.
    private static final double MOST_GAIN = 30;

    /// What the limiter may miss between the samples: its ceiling is lower by that.
    private static final double IN_HAND = -0.25;

    /// Where it begins to work, and a little.
    private static final double UNLIMITED = -1.35;

    private static final String MIX = "Mix of a show at -19 LUFS, mono: -16 LUFS by two speakers.";

    /// Of a mix in which nothing is.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final StemSound sound;

    /// @param sound the mix, as far as it is heard
    MixDown(StemSound sound) {
        this.sound = sound;
    }

    /// A gain, and what comes of it.
    private record Level(double gainDb, Loudness loudness) {
        private double missing() {
            return Math.min(LOUDNESS - loudness.integrated(), MOST_GAIN - gainDb);
        }

        /// Whether peaks have to be kept down.
        private boolean limited() {
            return loudness.truePeak() > UNLIMITED;
        }

        /// What comes of more gain if no peak is in the way.
        private Level raised(double db) {
            return new Level(
                    gainDb + db,
                    new Loudness(
                            loudness.momentary() + db,
                            loudness.shortTerm() + db,
                            loudness.integrated() + db,
                            loudness.range(),
                            loudness.truePeak() + db,
                            loudness.maxMomentary() + db,
                            loudness.maxShortTerm() + db));
        }
    }

    /// Writes the file, and leaves the stream open.
    void writeTo(OutputStream out) throws IOException {
        Level level = level();
        long bytes = sound.samples() * WavHead.BYTES;
        out.write(head(level.loudness()).bytes(bytes).array());
        var pcm = new PcmOutflow(out, Limiter.DELAY, sound.samples());
        play(level.gainDb(), pcm::write);
        out.write(new byte[(int) WavHead.padding(bytes)]);
    }

    private Level level() throws IOException {
        Level level = asItIs();
        if (!level.loudness().heard()) {
            return level;
        }
        level = level.raised(level.missing());
        for (int i = 0; i < ROUNDS && level.limited(); i++) {
            Level next = measured(level.gainDb());
            if (Math.abs(next.missing()) <= NEAR) {
                return next;
            }
            level = next.raised(next.missing());
        }
        return level.limited() ? measured(level.gainDb()) : level;
    }

    private Level asItIs() throws IOException {
        var meter = new MonoLoudness();
        sound.read(meter::write);
        return new Level(0, meter.reading());
    }

    private Level measured(double gainDb) throws IOException {
        var meter = new MonoLoudness();
        play(gainDb, meter::write);
        return new Level(gainDb, meter.reading());
    }

    /// Everything, raised and limited, and then as much silence as the limiter is late.
    private void play(double gainDb, StemSound.Taker taker) throws IOException {
        var limiter = new Limiter();
        float before = (float) Frames.gain(gainDb - IN_HAND);
        float after = (float) Frames.gain(IN_HAND);
        sound.read(frame -> {
            raise(frame, before);
            limiter.process(frame);
            raise(frame, after);
            taker.take(frame);
        });
        var rest = new float[Frames.SAMPLES];
        limiter.process(rest);
        raise(rest, after);
        taker.take(rest);
    }

    private static void raise(float[] frame, float gain) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] *= gain;
        }
    }

    private WavHead head(Loudness loudness) throws IOException {
        Optional<WavHead> stem = sound.head();
        boolean ai = stem.filter(head -> head.description().contains(AiVoice.IN_IT)).isPresent();
        var head =
                new WavHead(
                        stem.map(WavHead::begun).orElse(NO_TIME),
                        ai ? MIX + " " + AiVoice.IN_IT : MIX,
                        Optional.empty());
        return loudness.heard() ? head.measured(Optional.of(measured(loudness))) : head;
    }

    private static WavHead.Measured measured(Loudness loudness) {
        return new WavHead.Measured(
                loudness.integrated(),
                loudness.range(),
                loudness.truePeak(),
                loudness.maxMomentary(),
                loudness.maxShortTerm());
    }
}
