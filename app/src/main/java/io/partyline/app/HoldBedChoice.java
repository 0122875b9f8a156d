package io.partyline.app;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.player.HoldBed;
import io.partyline.audio.player.Loop;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// What callers hear while they wait: the host's own bed, or the one that ships.
///
/// For one thread; nobody changes the samples.
final class HoldBedChoice {
    /// A carrier asks what to do with a caller whenever the bed is over, so its copy is short: a
    /// caller who was lost is found again within that time.
    private static final Duration AT_THE_CARRIER = Duration.ofSeconds(30);

    private static final int FADE = Frames.samplesOf(Duration.ofMillis(500));

    private final float[] samples;
    private final Optional<String> trouble;

    private HoldBedChoice(float[] samples, Optional<String> trouble) {
        this.samples = samples;
        this.trouble = trouble;
    }

    static HoldBedChoice own(float[] samples) {
        return new HoldBedChoice(samples, Optional.empty());
    }

    static HoldBedChoice builtIn() {
        return new HoldBedChoice(HoldBed.samples(), Optional.empty());
    }

    /// The bed that ships in the place of one that cannot be played.
    ///
    /// @param why a sentence for the host
    static HoldBedChoice builtIn(String why) {
        return new HoldBedChoice(HoldBed.samples(), Optional.of(why));
    }

    /// Why the host's own is not heard.
    Optional<String> trouble() {
        return trouble;
    }

    /// The bed in our own mix.
    FrameSource loop() {
        return new Loop(samples);
    }

    /// The bed in the carrier's queue; one that is cut ends softly.
    float[] atTheCarrier() {
        int most = Frames.samplesOf(AT_THE_CARRIER);
        float[] bed = Arrays.copyOf(samples, Math.min(most, samples.length));
        for (int i = 0; samples.length > most && i < FADE; i++) {
            bed[bed.length - 1 - i] *= (float) i / FADE;
        }
        return bed;
    }
}
