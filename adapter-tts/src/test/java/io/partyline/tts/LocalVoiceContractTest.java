package io.partyline.tts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partyline.port.SpeechSynthesizer;
import io.partyline.rehearsal.SpeechSynthesizerContract;
import org.junit.jupiter.api.Nested;

class LocalVoiceContractTest {
    /// Programs that are not installed are not tested, and the report says so.
    static KnownProgram installed(String name) {
        KnownProgram program = KnownProgram.named(name).orElseThrow();
        assumeTrue(program.isOn(System.getenv("PATH")), name + " is not installed");
        return program;
    }

    private static SpeechSynthesizer known(String name) {
        return LocalVoice.of(installed(name).template(), Casting.open(), Patience.PROGRAM, _ -> {});
    }

    @Nested
    class EspeakTest extends SpeechSynthesizerContract {
        @Override
        protected SpeechSynthesizer synthesizer() {
            return known("espeak-ng");
        }
    }

    @Nested
    class FliteTest extends SpeechSynthesizerContract {
        @Override
        protected SpeechSynthesizer synthesizer() {
            return known("flite");
        }
    }

    @Nested
    class FestivalTest extends SpeechSynthesizerContract {
        @Override
        protected SpeechSynthesizer synthesizer() {
            return known("text2wave");
        }
    }
}
