package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.studio.sound.VoiceLine;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Texts without an end, on a line that nobody reads: whoever speaks one comes back only when they
/// are stopped.
class AnnouncerTest {
    private final VoiceLine line = new VoiceLine();
    private Runnable asTheVoiceBegins = () -> {};

    private final Announcer announcer =
            new Announcer(
                    new SpeechSynthesizer() {
                        @Override
                        public String name() {
                            return "endless";
                        }

                        @Override
                        public List<String> voices() {
                            return List.of("low");
                        }

                        @Override
                        public SpeechStream speak(String text, String voice) {
                            asTheVoiceBegins.run();
                            return new Endless();
                        }
                    },
                    line,
                    LockSupport::parkNanos);

    private static final class Endless implements SpeechStream {
        @Override
        public int rate() {
            return 48_000;
        }

        @Override
        public int read(float[] into) {
            return into.length;
        }

        @Override
        public void close() {}
    }

    @Test
    void whatIsAskedForOnceItIsClosedIsNotSpoken() {
        announcer.close();
        announcer.speak("Good evening.", "low");
        assertThat(line.ready()).isZero();
    }

    @Test
    void aStopThatComesAsTheVoiceBeginsIsNotMissed() {
        asTheVoiceBegins = announcer::stop;
        announcer.speak("Good evening.", "low");
        assertThat(line.ready()).isZero();
    }
}
