package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.rehearsal.SpeechSynthesizerContract;
import io.partyline.rehearsal.ToneVoice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceChainTest extends SpeechSynthesizerContract {
    private static final int RATE = 24_000;

    private Instant now = Instant.parse("2026-01-01T20:00:00Z");
    private final Fickle first = new Fickle("first");
    private final ToneVoice floor = new ToneVoice();
    private final VoiceChain chain = new VoiceChain(List.of(first, floor), () -> now);

    @Override
    protected SpeechSynthesizer synthesizer() {
        return new VoiceChain(List.of(new EmbeddedVoice()), () -> now);
    }

    /// Speaks a second of a constant, or breaks after so many samples.
    private static final class Fickle implements SpeechSynthesizer {
        private final String name;
        private final List<String> asked = new ArrayList<>();
        private int breaksAfter = Integer.MAX_VALUE;

        private Fickle(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> voices() {
            return List.of("steady");
        }

        @Override
        public SpeechStream speak(String text, String voice) {
            asked.add(text);
            if (breaksAfter < 0) {
                throw new SpeechException("The voice first is hoarse.");
            }
            int limit = breaksAfter;
            return new SpeechStream() {
                private int at;

                @Override
                public int rate() {
                    return RATE;
                }

                @Override
                public int read(float[] into) {
                    if (at >= limit) {
                        throw new SpeechException("The voice first is hoarse.");
                    }
                    int count = Math.min(Math.min(into.length, RATE - at), limit - at);
                    Arrays.fill(into, 0, count, 0.5f);
                    at += count;
                    return count == 0 ? -1 : count;
                }

                @Override
                public void close() {
                    at = RATE;
                }
            };
        }
    }

    private float[] say(String text) {
        return Tones.all(chain.speak(text, "low"));
    }

    /// The next sentence is begun while the last is still spoken.
    @Test
    void whatIsToBeSpokenIsAskedForBeforeAnybodyReads() {
        try (SpeechStream speech = chain.speak("Hello there.", "low")) {
            assertThat(first.asked).containsExactly("Hello there.");
            assertThat(speech.rate()).isEqualTo(48_000);
        }
    }

    @Test
    void theFirstSpeaksAsLongAsItCan() {
        float[] sound = say("Hello there.");
        assertThat(sound.length / 48_000.0).isCloseTo(1, offset(0.01));
        assertThat(sound[24_000]).isCloseTo(0.5f, offset(0.001f));
        assertThat(chain.trouble()).isEmpty();
    }

    @Test
    void aVoiceThatCannotBeginIsReplacedWithoutAPause() {
        for (int broken : List.of(-1, 0)) {
            first.breaksAfter = broken;
            float[] alone =
                    Tones.all(new VoiceChain(List.of(floor), () -> now).speak("Hello.", "low"));
            assertThat(say("Hello.")).isEqualTo(alone);
            now = now.plus(Duration.ofHours(1));
        }
    }

    @Test
    void aVoiceThatBreaksOffFadesAndTheNextSaysTheSentenceOnceFromItsBeginning() {
        first.breaksAfter = RATE / 2;
        float[] alone = Tones.all(new VoiceChain(List.of(floor), () -> now).speak("Hello.", "low"));
        float[] sound = say("Hello.");
        int begins = sound.length - alone.length;
        assertThat(Arrays.copyOfRange(sound, begins, sound.length)).isEqualTo(alone);
        assertThat((begins - 9_600) / 48_000.0).isCloseTo(0.5, offset(0.01));
        for (int i = begins - 9_600; i < begins; i++) {
            assertThat(sound[i]).isZero();
        }
        for (int i = 4_800; i < begins; i++) {
            assertThat(Math.abs(sound[i] - sound[i - 1])).isLessThan(0.06f);
        }
        assertThat(first.asked).containsExactly("Hello.");
    }

    @Test
    void whoeverReadsIsToldWhereTheSentenceBeganAnew() {
        first.breaksAfter = RATE / 2;
        float[] alone = Tones.all(new VoiceChain(List.of(floor), () -> now).speak("Hello.", "low"));
        try (SpeechStream speech = chain.speak("Hello.", "low")) {
            assertThat(speech.restart()).isEmpty();
            long read = 0;
            var some = new float[1_000];
            for (int count = speech.read(some); count >= 0; count = speech.read(some)) {
                read += count;
            }
            var restart = speech.restart().orElseThrow();
            assertThat(restart.begins()).isEqualTo(read - alone.length);
            assertThat(restart.furthest()).isEqualTo(restart.begins() - 9_600);
        }
    }

    @Test
    void aSentenceThatNobodyHeardTheBeginningOfWasNotBegunAnew() {
        first.breaksAfter = 0;
        try (SpeechStream speech = chain.speak("Hello.", "low")) {
            assertThat(speech.read(new float[1_000])).isPositive();
            assertThat(speech.restart()).isEmpty();
        }
    }

    @Test
    void aVoiceThatFailedIsLeftAloneForAGrowingWhileAndComesBackByItself() {
        first.breaksAfter = -1;
        for (int seconds : List.of(10, 20, 40, 80, 160, 300, 300)) {
            int before = first.asked.size();
            say("Hello.");
            assertThat(first.asked).hasSize(before + 1);
            now = now.plusSeconds(seconds).minusMillis(1);
            say("Hello.");
            assertThat(first.asked).hasSize(before + 1);
            now = now.plusMillis(1);
        }
        first.breaksAfter = Integer.MAX_VALUE;
        say("Hello.");
        assertThat(chain.trouble()).isEmpty();
        first.breaksAfter = -1;
        say("Hello.");
        assertThat(chain.trouble().orElseThrow()).contains("tried again in 10 seconds");
    }

    @Test
    void twoSentencesThatFailTogetherCountOnce() {
        first.breaksAfter = 100;
        SpeechStream one = chain.speak("One.", "low");
        SpeechStream other = chain.speak("Two.", "low");
        one.read(new float[10]);
        other.read(new float[10]);
        Tones.all(one);
        Tones.all(other);
        assertThat(chain.trouble().orElseThrow()).contains("tried again in 10 seconds");
    }

    @Test
    void theConditionIsASentenceForTheHost() {
        first.breaksAfter = -1;
        say("Hello.");
        assertThat(chain.trouble().orElseThrow())
                .isEqualTo(
                        "The voice first is hoarse. It is tried again in 10 seconds. Until then: tones.");
        assertThat(chain.name()).isEqualTo("first, then tones");
    }

    @Test
    void ifAllFailTheHostHearsOfTheLast() {
        first.breaksAfter = -1;
        floor.fail();
        assertThatThrownBy(() -> say("Hello."))
                .isInstanceOf(SpeechException.class)
                .hasMessage("The voice is out of order.");
        int before = first.asked.size();
        assertThatThrownBy(() -> say("Hello.")).isInstanceOf(SpeechException.class);
        assertThat(first.asked).as("asked although it rests").hasSize(before + 1);
    }

    @Test
    void closingIsNoFailure() {
        SpeechStream speech = chain.speak("Hello.", "low");
        speech.read(new float[10]);
        speech.close();
        assertThat(speech.read(new float[10])).isEqualTo(-1);
        assertThat(chain.trouble()).isEmpty();
    }

    @Test
    void theEmbeddedVoiceSaysWhatAServerBreaksOff() throws Exception {
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(Tones.pcm(RATE, 1), 4_096);
                    throw new IOException("cut");
                };
        try (var studio = new Studio(manner)) {
            var counted = new ArrayList<Integer>();
            var server = new OpenAiVoice(studio.server(), Casting.open(), counted::add);
            var both =
                    new VoiceChain(
                            List.of(server, new EmbeddedVoice(Casting.open(), counted::add)),
                            () -> now);
            float[] sound = Tones.all(both.speak("Good evening to you all.", "low"));
            assertThat(sound.length / 48_000.0).isBetween(1.8, 5.0);
            assertThat(Tones.decibels(sound)).isBetween(-24.0, -17.0);
            assertThat(counted).containsExactly(24, 24);
            assertThat(both.trouble().orElseThrow()).contains("broke off in mid-sentence.");
        }
    }
}
