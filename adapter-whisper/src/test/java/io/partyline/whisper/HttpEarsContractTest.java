package io.partyline.whisper;

import io.partyline.port.Transcriber;
import io.partyline.rehearsal.TranscriberContract;
import io.partyline.spend.Expenses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class HttpEarsContractTest extends TranscriberContract {
    private static final Line SHORT = Speech.line("Good evening, Partyline.", 1_400, 1);
    private static final Line LONG = Speech.line("I have a question about the moon.", 4_000, 2);

    /// Tells its two lines apart by their length.
    private final TranscriptionServer server =
            new TranscriptionServer((asked, exchange) ->
                    TranscriptionServer.say(
                            exchange,
                            asked.seconds() < 3
                                    ? "Good evening, Partyline."
                                    : "I have a question about the moon."));

    private final Listening listening =
            Listening.withServer(
                    new HttpEarsSettings(server.base(), Optional.empty(), "whisper-1"),
                    "",
                    Expenses.free());

    @Override
    protected Transcriber transcriber() {
        return listening;
    }

    @Override
    protected List<Line> lines() {
        return List.of(SHORT, LONG);
    }

    @AfterEach
    void close() {
        listening.close();
        server.close();
    }
}
