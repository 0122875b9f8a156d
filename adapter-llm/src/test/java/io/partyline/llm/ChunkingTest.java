package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However the network cuts the bytes of an answer, the text is the same.
class ChunkingTest {
    private static final int SEEDS = 300;
    private static final String[] WORDS = {
        "Good ",
        "evening. ",
        "élan ",
        "😀 ",
        "<think>hm</think>",
        "\n",
        "\"so\" ",
        "<b ",
        "User ",
        "data: "
    };

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whereverTheBytesAreCutTheTextIsTheSame(Dialect dialect) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var chance = new Random(seed);
            String[] ends = {"\n", "\r\n", "\r"};
            String body = body(dialect, chance).replace("\n", ends[chance.nextInt(3)]);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String whole = text(dialect, bytes, bytes.length, chance);
            assertThat(text(dialect, bytes, 1 + chance.nextInt(20), chance))
                    .as("seed " + seed)
                    .isEqualTo(whole);
        }
    }

    private static String body(Dialect dialect, Random chance) {
        DialectContract form =
                switch (dialect) {
                    case OPENAI -> new OpenAiDialectTest();
                    case ANTHROPIC -> new AnthropicDialectTest();
                    case OLLAMA -> new OllamaDialectTest();
                };
        var body = new StringBuilder(chance.nextBoolean() ? "\uFEFF" : "");
        for (int i = chance.nextInt(30); i > 0; i--) {
            body.append(form.said(WORDS[chance.nextInt(WORDS.length)]));
        }
        return body.append(form.reason("stop")).append(form.closing()).toString();
    }

    private static String text(Dialect dialect, byte[] bytes, int most, Random chance) {
        var lines = new ArrayList<String>();
        var settings = Models.settings(ModelSettings.address("https://owl.example"), Models.LONG);
        var incoming =
                new Incoming(
                        arrival -> {
                            if (arrival instanceof Arrival.Line(var line)) {
                                lines.add(line);
                            }
                        },
                        new Trouble(settings, "owl-1"));
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + chance.nextInt(most));
            incoming.onNext(List.of(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to))));
            from = to;
        }
        incoming.onComplete();
        return read(dialect, lines);
    }

    private static String read(Dialect dialect, List<String> lines) {
        var events = new Events();
        var sifter = new Sifter(Models.prompt(), Habits.NONE.asTrusted());
        var text = new StringBuilder();
        try {
            for (String line : lines) {
                for (Events.Told event : events.add(line)) {
                    event.json()
                            .map(json -> dialect.wire().read(json).text())
                            .ifPresent(said -> text.append(sifter.add(said)));
                }
            }
        } catch (Events.MalformedException e) {
            throw new AssertionError(e);
        }
        return text.append(sifter.end(false)).toString();
    }
}
