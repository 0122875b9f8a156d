package io.partyline.whisper;

import io.partyline.port.Transcriber;
import io.partyline.rehearsal.OneSentenceModel;
import io.partyline.rehearsal.TranscriberContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/// The native library in its own process. Its model knows one sentence, so that both lines are that
/// one.
@Tag("ci")
class WhisperEarsContractTest extends TranscriberContract {
    private static final String SENTENCE = "My name is Dave from Austin.";

    @TempDir private Path folder;
    private Listening listening;

    @BeforeEach
    void open() {
        Path model = OneSentenceModel.saying(" " + SENTENCE, folder.resolve("ggml-dave.bin"));
        listening = Listening.withWhisper(Models.settings(model, folder));
    }

    @Override
    protected Transcriber transcriber() {
        return listening;
    }

    @Override
    protected List<Line> lines() {
        return List.of(Speech.line(SENTENCE, 1_400, 1), Speech.line(SENTENCE, 4_000, 2));
    }

    @AfterEach
    void close() {
        listening.close();
    }
}
