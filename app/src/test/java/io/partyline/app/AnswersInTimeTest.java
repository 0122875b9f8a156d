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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A caller on the telephone asks an AI caller, who answers: through the real ears, mind and mouth,
/// with made-up providers that take as long as real ones. How long it took is printed and not
/// asserted; `-Dturns=100` asks a hundred times.
@Tag("ci")
class AnswersInTimeTest {
    private static final int TURNS = Integer.getInteger("turns", 3);
    private static final String QUESTION = "Tony, what do you think about that?";
    private static final String OPENING = "Well, I went to the harbour, and";
    private static final int SHORTEST_PAUSE = 600;
    private static final int PHONE = 8_000;

    /// In a stem; what is quieter is the end of a fade.
    private static final float AUDIBLE = 0.003f;

    private static final int PIECE = 2_048;

    @TempDir Path data;

    /// With a second of silence behind it.
    static short[] spoken(String text) {
        short[] said = voice(text);
        return Arrays.copyOf(said, said.length + PHONE);
    }

    /// As a telephone sends it.
    private static short[] voice(String text) {
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
        return all;
    }

    /// Asks so often, each time when the turn before is over; what it took stands in the stems and
    /// in the times.
    private void ask(Providers providers, Supplier<short[]> question, String text)
            throws IOException {
        Map<String, String> settings = new HashMap<>(providers.settings());
        settings.put("PARTYLINE_AI_COOLDOWN", "10ms");
        List<TurnTimes> times;
        try (var house = HouseUnderTest.withSenses(data, settings)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            house.desk().post("/api/session/ai-mode", "{\"mode\":\"auto\"}");
            assertThat(house.desk().post("/api/call/1", "").status()).isEqualTo(200);
            for (int turn = 1; turn <= TURNS; turn++) {
                house.await(FloorEvent.TurnEnded.class, _ -> true, turn);
                dave.say(question.get());
            }
            house.await(FloorEvent.TurnEnded.class, _ -> true, TURNS + 1);
            assertThat(
                            house.await(
                                    FloorEvent.UtteranceSpoken.class,
                                    AnswersInTimeTest::real,
                                    TURNS))
                    .extracting(FloorEvent.UtteranceSpoken::text)
                    .containsOnly(text)
                    .hasSize(TURNS);
            assertThat(house.await(FloorEvent.TurnGranted.class, AnswersInTimeTest::asked, TURNS))
                    .hasSize(TURNS);
            times = house.show().floor().times();
        }
        assertThat(times).hasSize(TURNS + 1);
        print(times.subList(1, times.size()));
        printRecorded();
    }

    @Test
    void whatACallerAsksIsHeardThoughtAboutAndAnswered() throws IOException {
        short[] question = spoken(QUESTION);
        try (var providers = new Providers(QUESTION)) {
            ask(providers, () -> question, QUESTION);
        }
    }

    /// For 600 to 900 ms in the middle of the sentence.
    @Test
    void nobodyAnswersSomebodyWhoHesitates() throws IOException {
        short[] first = voice(OPENING);
        short[] second = spoken(QUESTION);
        int half = first.length / (PHONE / 1_000);
        var chance = new Random(6);
        try (var providers =
                new Providers(millis ->
                        millis < half + SHORTEST_PAUSE ? OPENING : OPENING + " " + QUESTION)) {
            ask(
                    providers,
                    () -> hesitating(first, SHORTEST_PAUSE + chance.nextInt(300), second),
                    OPENING + " " + QUESTION);
        }
    }

    private static short[] hesitating(short[] first, int millis, short[] second) {
        int pause = millis * (PHONE / 1_000);
        short[] all = Arrays.copyOf(first, first.length + pause + second.length);
        System.arraycopy(second, 0, all, first.length + pause, second.length);
        return all;
    }

    /// From the last sound of the caller to the first of the AI caller, as it was recorded.
    private void printRecorded() {
        Map<String, StemFile> stems = StemFile.all(data);
        float[] caller = stem(stems, "Caller");
        float[] ai = stem(stems, "Tony");
        var gaps = new ArrayList<Long>();
        for (int from : beginnings(ai)) {
            int last = from;
            while (last > 0 && Math.abs(caller[last]) < AUDIBLE) {
                last--;
            }
            if (last > 0) {
                gaps.add((from - last) * 1_000L / StemFile.RATE);
            }
        }
        print("in the recording", gaps);
    }

    private static float[] stem(Map<String, StemFile> stems, String name) {
        return stems.entrySet().stream()
                .filter(stem -> stem.getKey().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + stems.keySet()))
                .getValue()
                .samples();
    }

    /// Where there is sound again after a tenth of a second of silence.
    private static List<Integer> beginnings(float[] samples) {
        var found = new ArrayList<Integer>();
        int silent = StemFile.RATE;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) < AUDIBLE) {
                silent++;
            } else {
                if (silent > StemFile.RATE / 10) {
                    found.add(i);
                }
                silent = 0;
            }
        }
        return found;
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
        print("as written down", times.stream().map(turn -> turn.gap().toMillis()).toList());
    }

    private static void print(String where, List<Long> millis) {
        List<Long> gaps = millis.stream().sorted().toList();
        System.out.printf(
                "%s: %d turns, p50 %d ms, p95 %d ms%n",
                where, gaps.size(), gaps.get(gaps.size() / 2), gaps.get(gaps.size() * 95 / 100));
    }
}
