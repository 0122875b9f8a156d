package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.TextStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The streaming, the cancel and the error path against a server that others have written.
@Tag("ci")
class ForeignServerTest {
    private static final String ANSWER =
            "Good evening. I fix boats, and have done so for as long as I can think back. Élan!";

    private static final String RULES =
            """
            streaming:
              chunkSize: 5
              chunkIntervalMs: 20
            rules:
              - path: "/v1/chat/completions"
                match: "@"
                response:
                  status: 200
                  content: '{"id":"x","choices":[{"message":{"role":"assistant","content":"%s"}}]}'
              - path: "/v1/chat/completions"
                match: "contains(body.messages[-1].content, 'too fast')"
                response:
                  status: 429
                  content: '{"error":{"message":"Dave is too fast","type":"requests","code":"rate_limit_exceeded"}}'
            """
                    .formatted(ANSWER);

    private static ForeignServer server;
    private static URI base;

    @BeforeAll
    static void install() throws Exception {
        server =
                ForeignServer.start(
                        Path.of("target", "foreign-server"),
                        Path.of("src/test/resources/io/partyline/llm/watch.cjs"),
                        RULES);
        base = server.base();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void itsStreamIsReadPieceByPiece() {
        var model = Models.speaking(Dialect.OPENAI, base);
        read(model);
        List<String> pieces = read(model);
        assertThat(String.join("", pieces)).isEqualTo(ANSWER);
        assertThat(pieces).hasSizeGreaterThan(10);
    }

    @Test
    void itSeesAtOnceThatAnAnswerIsCancelled() throws Exception {
        var model = Models.speaking(Dialect.OPENAI, base);
        read(model);
        TextStream answer = model.reply(Models.prompt());
        assertThat(answer.next()).isPresent();
        CompletableFuture<Optional<String>> last =
                CompletableFuture.supplyAsync(() -> {
                    for (var piece = answer.next(); ; piece = answer.next()) {
                        if (piece.isEmpty()) {
                            return piece;
                        }
                    }
                });
        answer.close();
        assertThat(last.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(server.awaited("watch: hung up")).isEmpty();
        assertThat(answer.ending()).isEqualTo(TextStream.Ending.GIVEN_UP);
    }

    /// It tells errors of a stream inside a success, as some vendors do.
    @Test
    void itsErrorIsPutInTheHostsWords() {
        var prompt =
                new Prompt(
                        Prompt.Purpose.REPLY,
                        List.of(new Prompt.Message(Prompt.Role.USER, "That was too fast.")),
                        Models.LONG,
                        100);
        assertThat(Models.failure(Models.speaking(Dialect.OPENAI, base), prompt))
                .hasMessageContaining("it has had too many questions for the moment")
                .hasMessageNotContaining("Dave");
    }

    private static List<String> read(HttpModel model) {
        var pieces = new ArrayList<String>();
        try (TextStream answer = model.reply(Models.prompt())) {
            for (var piece = answer.next(); piece.isPresent(); piece = answer.next()) {
                pieces.add(piece.get());
            }
        }
        return pieces;
    }
}
