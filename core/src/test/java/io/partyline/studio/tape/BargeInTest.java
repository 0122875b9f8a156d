package io.partyline.studio.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.show.CallId;
import io.partyline.show.Speaker;
import io.partyline.studio.sound.VoiceLine;
import io.partyline.studio.sound.VoiceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BargeInTest {
    private static final CallId DAVE = new CallId("dave");
    private static final Speaker HOST = new Speaker.Host("Pat");
    private static final Speaker CALLER = new Speaker.RealCaller(DAVE, "Dave");

    private final VoiceLines voices = new VoiceLines();
    private final VoiceLine tony = voices.of(new CallId("tony"));
    private final List<Optional<CallId>> meant = new ArrayList<>();
    private final float[] loud = new float[Frames.SAMPLES];
    private float level;

    private BargeIn bargeIn(boolean callersToo) {
        return new BargeIn(voices, callersToo, meant::add);
    }

    /// The AI caller speaks, and meanwhile somebody else makes a sound.
    private void speak(BargeIn.Over over, int frames, boolean voice) {
        for (int i = 0; i < frames; i++) {
            Arrays.fill(loud, 0.5f);
            while (tony.ready() < 2) {
                tony.write(loud, tony.pass());
            }
            over.hear(word(), voice);
            var heard = new float[Frames.SAMPLES];
            tony.read(heard);
            level = heard[Frames.SAMPLES - 1];
        }
    }

    private static float[] word() {
        var samples = new float[Frames.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.1 * Math.sin(2 * Math.PI * 900 * i / Frames.RATE));
        }
        return samples;
    }

    @Test
    void anAiVoiceIsLowerAtOnceAndTheFloorIsTheHostsIfTheyGoOn() {
        try (var host = bargeIn(true).of(HOST)) {
            speak(host, 4, true);
            assertThat(level).isEqualTo(0.5f);
            speak(host, 2, true);
            assertThat(level).isEqualTo(0.125f);
            assertThat(meant).isEmpty();
            speak(host, 4, true);
            assertThat(meant).containsExactly(Optional.empty());
        }
    }

    @Test
    void anAiVoiceIsAsLoudAsBeforeWhenItCameToNothing() {
        try (var host = bargeIn(true).of(HOST)) {
            speak(host, 6, true);
            assertThat(level).isEqualTo(0.125f);
            speak(host, 20, false);
            assertThat(level).isEqualTo(0.5f);
            assertThat(meant).isEmpty();
        }
    }

    @Test
    void aCallerMayInterruptOnlyIfTheShowIsRunThatWay() {
        try (var dave = bargeIn(false).of(CALLER)) {
            speak(dave, 50, true);
            assertThat(level).isEqualTo(0.5f);
            assertThat(meant).isEmpty();
        }
        try (var dave = bargeIn(true).of(CALLER)) {
            speak(dave, 50, true);
            assertThat(meant).containsExactly(Optional.of(DAVE));
        }
    }

    @Test
    void aVoiceStaysLowAsLongAsOneOfTwoWhoSpeakOverItDoes() {
        var both = bargeIn(true);
        try (var dave = both.of(CALLER)) {
            try (var host = both.of(HOST)) {
                speak(host, 6, true);
                speak(dave, 6, true);
            }
            speak(dave, 1, true);
            assertThat(level).isEqualTo(0.125f);
        }
        assertThat(meant).isEmpty();
        speak(both.of(HOST), 2, false);
        assertThat(level).isEqualTo(0.5f);
    }
}
