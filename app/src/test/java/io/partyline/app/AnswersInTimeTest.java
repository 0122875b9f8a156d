package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.rate.Resampler;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.port.SpeechStream;
import io.partyline.show.FloorEvent;
import io.partyline.show.Speaker;
import io.partyline.show.Turn;
import io.partyline.show.TurnTimes;
import io.partyline.tts.EmbeddedVoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A caller on the telephone asks an AI caller, who answers: through the real ears, mind and mouth,
/// with made-up providers that take as long as real ones. How long it took is printed and not
/// asserted; `-Dturns=100` asks a hundred times.
class AnswersInTimeTest {
    private static final int TURNS = Integer.getInteger("turns", 3);
    private static final String QUESTION = "Tony, what do you think about that?";
    private static final int PHONE = 8_000;
    private static final int PIECE = 2_048;

    @TempDir Path data;

    /// As a telephone sends it, with a second of silence behind it.
    private static short[] spoken(String text) {
        var voice = new EmbeddedVoice();
        short[] all = new short[0];
        try (SpeechStream speech = voice.speak(text, "middle")) {
            var resampler = new Resampler(speech.rate(), PHONE);
            var made = new float[PIECE];
            var out = new float[resampler.maxOutput(PIECE)];
            for (int count = speech.read(made); count >= 0; count = speech.read(made)) {
                int samples = resampler.process(made, 0, count, out, 0);
                int from = all.length;
                all = Arrays.copyOf(all, from + samples);
                for (int i = 0; i < samples; i++) {
                    all[from + i] = (short) (Math.clamp(out[i], -1f, 1f) * Short.MAX_VALUE);
                }
            }
        }
        return Arrays.copyOf(all, all.length + PHONE);
    }

    @Test
    void whatACallerAsksIsHeardThoughtAboutAndAnswered() throws IOException {
        short[] question = spoken(QUESTION);
        try (var providers = new Providers(QUESTION)) {
            Map<String, String> settings = new HashMap<>(providers.settings());
            settings.put("PARTYLINE_AI_COOLDOWN", "10ms");
            List<TurnTimes> times;
            try (var house = HouseUnderTest.withSenses(data, settings)) {
                PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
                house.desk().post("/api/session/ai-mode", "{\"mode\":\"auto\"}");
                assertThat(house.desk().post("/api/call/1", "").status()).isEqualTo(200);
                for (int turn = 1; turn <= TURNS; turn++) {
                    house.await(FloorEvent.TurnEnded.class, _ -> true, turn);
                    dave.say(question);
                }
                house.await(FloorEvent.TurnEnded.class, _ -> true, TURNS + 1);
                assertThat(house.await(FloorEvent.UtteranceSpoken.class, AnswersInTimeTest::real))
                        .extracting(FloorEvent.UtteranceSpoken::text)
                        .isEqualTo(QUESTION);
                assertThat(
                                house.await(
                                        FloorEvent.TurnGranted.class,
                                        AnswersInTimeTest::asked,
                                        TURNS))
                        .hasSize(TURNS);
                times = house.show().floor().times();
            }
            assertThat(times).hasSize(TURNS + 1);
            print(times.subList(1, times.size()));
        }
    }

    private static boolean real(FloorEvent.UtteranceSpoken said) {
        return said.speaker() instanceof Speaker.RealCaller;
    }

    private static boolean asked(FloorEvent.TurnGranted granted) {
        return granted.turn().why() == Turn.Why.ADDRESSED;
    }

    private static void print(List<TurnTimes> times) {
        for (TurnTimes turn : times) {
            long from = turn.spokenUntil();
            System.out.printf(
                    "heard %d, decided %d, token %d, sentence %d, sound %d, on air %d ms%n",
                    TurnTimes.between(from, turn.heard()).toMillis(),
                    TurnTimes.between(from, turn.decided()).toMillis(),
                    TurnTimes.between(from, turn.firstToken()).toMillis(),
                    TurnTimes.between(from, turn.firstSentence()).toMillis(),
                    TurnTimes.between(from, turn.firstSound()).toMillis(),
                    turn.gap().toMillis());
        }
        List<Long> gaps = times.stream().map(turn -> turn.gap().toMillis()).sorted().toList();
        System.out.printf(
                "%d turns: p50 %d ms, p95 %d ms%n",
                gaps.size(), gaps.get(gaps.size() / 2), gaps.get(gaps.size() * 95 / 100));
    }
}
