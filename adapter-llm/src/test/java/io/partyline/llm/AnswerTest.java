package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.TextStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String FINISH =
            "data: {\"choices\":[{\"delta\":{\"content\":\"!\"},\"finish_reason\":\"stop\"}]}\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FINISH,
                "data: {\"choices\":[{\"delta\":{\"content\":\"!\"}}]}\n\ndata: [DONE]\n\n",
                "event: message\nid: 7\nretry: 3\ndata:{\"choices\":[{\"delta\":{\"content\":\"!\"}}]}\r\n\r\ndata:[DONE]",
                ": hello\n\n"
                        + FINISH
                        + "data: {\"choices\":[],\"usage\":{\"total_tokens\":9}}\n\n",
                "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\n"
                        + FINISH,
                "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}\n\n" + FINISH
            })
    void theWaysInWhichServersEndAnAnswerAreAllUnderstood(String body) throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.event(body);
                    guest.end();
                };
        try (var provider = new Provider(manner);
                TextStream answer = Models.at(provider.base()).reply(Models.prompt())) {
            assertThat(answer.readAll()).isEqualTo("!");
        }
    }

    @Test
    void anAnswerIsOverWithItsLastWordEvenIfTheServerDoesNotHangUp() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.event(FINISH);
                    guest.stall();
                };
        try (var provider = new Provider(manner);
                TextStream answer = Models.at(provider.base()).reply(Models.prompt())) {
            assertThat(answer.readAll()).isEqualTo("!");
        }
    }

    @Test
    void whereverTheNetworkCutsTheBytesTheLinesAreTheSame() {
        byte[] bytes =
                "\uFEFFdata: één\r\n\r\ndata: 😀 ok\n: x\r\r\n\ndata: end"
                        .getBytes(StandardCharsets.UTF_8);
        var chance = new Random(1);
        for (int round = 0; round < 500; round++) {
            assertThat(lines(bytes, chance))
                    .containsExactly(
                            new Arrival.Line("data: één"),
                            new Arrival.Line(""),
                            new Arrival.Line("data: 😀 ok"),
                            new Arrival.Line(": x"),
                            new Arrival.Line(""),
                            new Arrival.Line(""),
                            new Arrival.Line("data: end"),
                            new Arrival.End());
        }
    }

    private static List<Arrival> lines(byte[] bytes, Random chance) {
        var arrivals = new ArrayList<Arrival>();
        var settings =
                Models.settings(ModelSettings.address("https://owl.example/v1"), Duration.ZERO);
        var incoming = new Incoming(arrivals::add, new Trouble(settings, "owl-1"));
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + chance.nextInt(7));
            incoming.onNext(List.of(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to))));
            from = to;
        }
        incoming.onComplete();
        return arrivals;
    }
}
