package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partyline.cast.Prompt;
import io.partyline.port.TextStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The streaming, the cancel and the error path against an engine that others have written, which
/// generates each word of its answer while we read: llama.cpp with a tiny model made of chance.
@Tag("ci")
class ForeignEngineTest {
    private static final String VERSION = "3.22.1";
    private static final Path FOLDER = Path.of("target", "foreign-engine");
    private static final Path SCRIPT = Path.of("src/test/resources/io/partyline/llm/llama.mjs");

    /// More than an engine generates while a test runs.
    private static final int ENDLESS = 5_000_000;

    private static ForeignServer server;
    private static HttpModel model;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(
                isLinuxOnAnOrdinaryProcessor(),
                "the engine of others is installed for Linux on x86-64 only");
        Npm.install(FOLDER, "node-llama-cpp@" + VERSION, "@node-llama-cpp/linux-x64@" + VERSION);
        Path file = TinyLlama.write(FOLDER.resolve("tiny.gguf"));
        server = ForeignServer.node(SCRIPT.toString(), FOLDER.toString(), file.toString());
        model = Models.speaking(Dialect.OPENAI, server.base());
    }

    private static boolean isLinuxOnAnOrdinaryProcessor() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Prompt asking(String text, int tokens) {
        return new Prompt(
                Prompt.Purpose.REPLY,
                List.of(new Prompt.Message(Prompt.Role.USER, text)),
                Models.LONG,
                tokens);
    }

    @Test
    void whatItGeneratesIsReadPieceByPieceAndItsLimitIsNoEnd() throws Exception {
        var pieces = new ArrayList<String>();
        try (TextStream answer = model.reply(asking("Good evening.", 60))) {
            for (var piece = answer.next(); piece.isPresent(); piece = answer.next()) {
                pieces.add(piece.get());
            }
            assertThat(answer.ending()).isEqualTo(TextStream.Ending.CUT_SHORT);
        }
        assertThat(String.join("", pieces).strip()).isEqualTo(server.awaited("watch: of 60 said"));
        assertThat(pieces).hasSizeGreaterThan(10);
    }

    @Test
    void itGeneratesNoMoreOnceItsAnswerIsCancelledAndTakesTheNextQuestion() throws Exception {
        TextStream answer = model.reply(asking("And then?", ENDLESS));
        assertThat(answer.next()).isPresent();
        answer.close();
        assertThat(answer.ending()).isEqualTo(TextStream.Ending.GIVEN_UP);
        assertThat(Integer.parseInt(server.awaited("watch: stopped after"))).isLessThan(ENDLESS);
        assertThat(model.reply(asking("Good evening.", 5)).readAll()).isNotBlank();
    }

    @Test
    void thatItHasTooMuchToDoIsPutInTheHostsWords() throws Exception {
        try (TextStream answer = model.reply(asking("And then?", ENDLESS))) {
            assertThat(answer.next()).isPresent();
            assertThat(Models.failure(model, asking("Tony?", 5)))
                    .hasMessageEndingWith("is out of order (error 503).");
        }
        assertThat(server.awaited("watch: stopped after")).isNotBlank();
    }
}
