package io.partyline.tts;

import io.partyline.port.SpeechSynthesizer;
import io.partyline.rehearsal.SpeechSynthesizerContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class OpenAiVoiceContractTest extends SpeechSynthesizerContract {
    private Studio studio;
    private SpeechSynthesizer voice;

    @BeforeEach
    void open() throws IOException {
        studio = Studio.speaking(24_000, 1_001);
        voice = new OpenAiVoice(studio.server(), Casting.open(), _ -> {});
    }

    @AfterEach
    void close() throws IOException {
        studio.close();
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return voice;
    }
}
