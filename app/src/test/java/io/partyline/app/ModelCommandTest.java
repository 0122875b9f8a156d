package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.partyline.port.Transcriber;
import io.partyline.spend.Expenses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Speech models from the command line, and what a show without one says.
class ModelCommandTest {
    @TempDir Path folder;

    private record Said(int code, String out, String problem) {}

    private Said run(Map<String, String> environment, String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        var problem = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(problem, true, StandardCharsets.UTF_8));
        try {
            int code = new ModelCommand(folder, environment).run(List.of(words));
            return new Said(
                    code,
                    said.toString(StandardCharsets.UTF_8),
                    problem.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void theListSaysWhichModelsThereAreAndHowLarge() {
        Said list = run(Map.of(), "list");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("base.en     147 MB  English", "small       487 MB  many");
        assertThat(list.out()).doesNotContain("on this computer");
    }

    @Test
    void aModelThatNobodyHasIsRefusedWithThoseThereAre() {
        Said got = run(Map.of(), "get", "enormous");
        assertThat(got.code()).isEqualTo(1);
        assertThat(got.problem()).startsWith("There is no model \"enormous\". There are: tiny.en,");
    }

    @Test
    void aServerThatDoesNotHaveItIsToldInWords() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            String source = "http://127.0.0.1:" + server.getAddress().getPort();
            Said got = run(Map.of("PARTYLINE_STT_MODEL_SOURCE", source), "get", "tiny.en");
            assertThat(got.code()).isEqualTo(1);
            assertThat(got.problem()).contains("tiny.en").doesNotContain("Exception");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void removingWhatIsNotThereIsNoMistake() {
        Said removed = run(Map.of(), "remove", "tiny.en");
        assertThat(removed.code()).isZero();
        assertThat(removed.out()).isEqualTo("The model tiny.en was not there.\n");
    }

    @Test
    void aWrongUseSaysWhatIsRight() {
        for (String[] words : new String[][] {{}, {"get"}, {"list", "all"}, {"fetch", "tiny.en"}}) {
            assertThatThrownBy(() -> run(Map.of(), words))
                    .isInstanceOf(UsageException.class)
                    .hasMessageEndingWith("Try: partyline model list, get NAME, or remove NAME.");
        }
    }

    @Test
    void aShowWithoutAModelSaysHowToGetOne() {
        var settings = new Settings(new Lookup(Map.of()), folder);
        try (Transcriber transcriber = new Transcribers(settings, Expenses.free()).chosen()) {
            assertThat(transcriber.isOff()).isTrue();
            assertThat(transcriber.condition())
                    .isEqualTo(
                            "Nothing that is said is written down: there is no speech model"
                                    + " \"base.en\" yet. `partyline model get base.en` gets one.");
        }
    }

    @Test
    void theBarGrowsOnAScreenAndALogGetsATenthAtATime() {
        assertThat(bar(true))
                .isEqualTo(
                        "\r[..............................]   0 %"
                                + "\r[###############...............]  50 %"
                                + "\r[##############################] 100 %\n");
        assertThat(bar(false)).isEqualTo("0 %\n50 %\n100 %\n");
    }

    private static String bar(boolean screen) {
        var drawn = new ByteArrayOutputStream();
        var bar = new ProgressBar(new PrintStream(drawn, true, StandardCharsets.UTF_8), screen);
        for (long done : new long[] {0, 1, 500, 501, 1_000}) {
            bar.at(done, 1_000);
        }
        bar.end();
        return drawn.toString(StandardCharsets.UTF_8);
    }
}
