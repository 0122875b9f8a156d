package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.files.WavHead;
import io.partyline.port.Journal;
import io.partyline.port.SpeechStream;
import io.partyline.rehearsal.OtherMeter;
import io.partyline.show.CallEvent;
import io.partyline.show.Card;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.Mood;
import io.partyline.store.JournalReader;
import io.partyline.tts.EmbeddedVoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A short rehearsal, played to its end by the real command, and what is on its stems.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalTest {
    private static final double FAST = 50;
    private static final String SCRIPT = "short-rehearsal.yaml";
    private static final String DAVE_SAYS = "I sold the piano to my neighbour this morning.";
    private static final String DAVE_TELLS = "My name is Dave, and I'm calling from Leeds.";
    private static final String HOST_SAYS = "Thank you for calling tonight.";

    /// -60 dB below full scale.
    private static final double INAUDIBLE = 0.001;

    /// 0.2 s, about a syllable: when the network is unsteady, the buffer against that moves what
    /// follows, and most syllables lie between two such moves.
    private static final int STRETCH = 9_600;

    /// How far it may move them, one way or the other: 0.2 s.
    private static final int NEAR = 9_600;

    /// Half a second: shorter than any pause between two lines.
    private static final int A_MOMENT = 24_000;

    private static final int LONGEST_SECONDS = 20;

    private Path data = Path.of("");
    private int exit;
    private Map<String, StemFile> stems = Map.of();

    @BeforeAll
    void rehearse(@TempDir Path folder) throws IOException {
        try (InputStream script = getClass().getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(script), folder.resolve(SCRIPT));
        }
        var command = new RehearseCommand(folder, Map.of(), FAST);
        // Voices as they come: what is compared with a stem is then the same in the mix.
        exit =
                command.run(
                        List.of(
                                "--auto",
                                "--script",
                                SCRIPT,
                                "--studio-port",
                                "0",
                                "--chain",
                                "off"));
        data = folder.resolve("data");
        stems = StemFile.all(data.resolve("rehearsal"));
    }

    @Test
    void itEndsWell() {
        assertThat(exit).isZero();
    }

    @Test
    void whatItLeavesIsTheHostsAlone() throws IOException {
        assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Stream<Path> left = Files.walk(data)) {
            assertThat(left.toList()).hasSizeGreaterThan(5).allSatisfy(RehearsalTest::isPrivate);
        }
    }

    private static void isPrivate(Path path) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .as(path.toString())
                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }

    @Test
    void itLeavesOneStemForEachOfThemAndOneOfTheMixAllEquallyLong() {
        assertThat(stems).containsOnlyKeys("00_Mix", "01_Host", "02_AI-Tony", "03_Caller-Dave");
        assertThat(stems.values().stream().map(stem -> stem.samples().length).distinct())
                .hasSize(1);
    }

    @Test
    void theHostsMoodTurnsWithWhatTheySay() {
        assertThat(events())
                .filteredOn(FloorEvent.HostMoodSet.class::isInstance)
                .extracting(event -> ((FloorEvent.HostMoodSet) event).moods())
                .contains(List.of(Mood.WRAPPING_UP));
    }

    /// The script takes the caller while they hear the screener.
    @Test
    void theCallerTellsTheScreenerWhoTheyAreAndIsTakenInMidSentence() {
        List<Event> events = events();
        int told = first(events, CallEvent.CallerScreened.class);
        int taken = first(events, CallEvent.CallTaken.class);
        assertThat(first(events, CallEvent.ScreeningBegan.class)).isBetween(0, told);
        assertThat(told).isLessThan(taken);
        assertThat(((CallEvent.CallerScreened) events.get(told)).told())
                .returns("Dave", Card.Told::name)
                .returns("Leeds", Card.Told::place);
        assertThat(first(events, CallEvent.ScreeningEnded.class)).isNegative();
    }

    @Test
    void theCallersFirstWordsOnTheAirAreTheirsByTheNameThatTheyGave() {
        assertThat(utterances())
                .filteredOn(said -> said.speaker().call().isPresent())
                .first()
                .returns("real_caller:Dave", said -> said.speaker().role())
                .returns(DAVE_SAYS, FloorEvent.UtteranceSpoken::text);
    }

    @Test
    void whatWasToldToTheScreenerIsNeitherInTheTranscriptNorOnTheStem() {
        assertThat(utterances())
                .extracting(FloorEvent.UtteranceSpoken::text)
                .doesNotContain(DAVE_TELLS);
        float[] stem = samples("03_Caller-Dave");
        long said =
                utterances().stream()
                        .filter(words -> words.text().equals(DAVE_SAYS))
                        .mapToLong(FloorEvent.UtteranceSpoken::atSample)
                        .findFirst()
                        .orElseThrow();
        assertThat(begin(stem)).isCloseTo((int) said, within(A_MOMENT));
    }

    private static int first(List<Event> events, Class<? extends Event> type) {
        return IntStream.range(0, events.size())
                .filter(i -> type.isInstance(events.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private List<FloorEvent.UtteranceSpoken> utterances() {
        return events().stream()
                .filter(FloorEvent.UtteranceSpoken.class::isInstance)
                .map(FloorEvent.UtteranceSpoken.class::cast)
                .toList();
    }

    private List<Event> events() {
        try (JournalReader journal = JournalReader.open(data.resolve("rehearsal"))) {
            return journal.replay(journal.shows().getFirst()).stream()
                    .map(Journal.Entry::event)
                    .toList();
        }
    }

    @Test
    void theCallersStemHoldsWhatTheCallerSaid() {
        assertThat(likeness(telephone(spoken(DAVE_SAYS, "low")))).isGreaterThan(0.9);
    }

    @Test
    void theCallersStemHoldsNothingThatTheCallerDidNotSay() {
        assertThat(likeness(telephone(spoken(HOST_SAYS, "dry")))).isLessThan(0.6);
    }

    /// How much of what was said is in the caller's stem: of its audible stretches, the middle one.
    private double likeness(float[] said) {
        float[] stem = samples("03_Caller-Dave");
        int start = begin(said);
        int place = Likeness.find(said, start, STRETCH, stem, 0, stem.length).at() - start;
        double[] likeness =
                IntStream.iterate(0, at -> at + STRETCH < said.length, at -> at + STRETCH)
                        .filter(at -> new StemFile(said).level(at, STRETCH) > 10 * INAUDIBLE)
                        .mapToDouble(at -> near(said, at, stem, place + at).likeness())
                        .sorted()
                        .toArray();
        return likeness[likeness.length / 2];
    }

    @Test
    void theCallersStemHoldsNothingOfTheHostOrTheAiCaller() {
        float[] stem = samples("03_Caller-Dave");
        for (String other : List.of("01_Host", "02_AI-Tony")) {
            float[] sound = samples(other);
            int from = begin(sound);
            int length = end(sound) - from;
            assertThat(new StemFile(sound).level(from, length)).isGreaterThan(0.01);
            assertThat(new StemFile(stem).level(from, length)).isLessThan(INAUDIBLE);
            assertThat(Math.abs(Likeness.of(sound, from, stem, from, length, 1))).isLessThan(0.1);
        }
    }

    @Test
    void theHostsStemHoldsWhatTheHostSaid() {
        float[] said = spoken(HOST_SAYS, "dry");
        float[] stem = samples("01_Host");
        int from = begin(said);
        var place = near(said, from, stem, begin(stem));
        assertThat(Likeness.of(said, from, stem, place.at(), end(said) - from, 1))
                .isGreaterThan(0.999);
    }

    @Test
    void theMixHoldsThemAll() {
        float[] mix = samples("00_Mix");
        for (String each : List.of("01_Host", "02_AI-Tony", "03_Caller-Dave")) {
            float[] sound = samples(each);
            int from = begin(sound);
            int length = end(sound) - from;
            var place = Likeness.find(sound, from, length, mix, from - 480, from + 480);
            assertThat(place.likeness()).as(each).isGreaterThan(0.9);
        }
    }

    /// As another meter reads it, too.
    @Test
    void theMixSaysHowLoudItIs() throws IOException, InterruptedException {
        Path mix = mix();
        WavHead.Measured said =
                WavHead.read(ByteBuffer.wrap(Files.readAllBytes(mix)))
                        .flatMap(WavHead::loudness)
                        .orElseThrow();
        List<OtherMeter> begun = OtherMeter.wheneverBegun(mix);
        assertThat(said.integrated())
                .isBetween(
                        least(begun, OtherMeter::integrated) - 0.1,
                        most(begun, OtherMeter::integrated) + 0.1);
        // What EBU Tech 3342 allows; of half a minute, two meters take different percentiles.
        assertThat(said.range())
                .isBetween(least(begun, OtherMeter::range) - 1, most(begun, OtherMeter::range) + 1);
        OtherMeter read = begun.getFirst();
        assertThat(said.truePeak()).isCloseTo(read.truePeak(), within(0.2));
        assertThat(read.truePeak()).isLessThanOrEqualTo(-0.9);
    }

    private static double least(List<OtherMeter> read, ToDoubleFunction<OtherMeter> what) {
        return read.stream().mapToDouble(what).min().orElseThrow();
    }

    private static double most(List<OtherMeter> read, ToDoubleFunction<OtherMeter> what) {
        return read.stream().mapToDouble(what).max().orElseThrow();
    }

    private Path mix() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("00_Mix.wav")).findFirst().orElseThrow();
        }
    }

    private static Likeness.Place near(float[] part, int start, float[] sound, int place) {
        return Likeness.find(part, start, STRETCH, sound, place - NEAR, place + NEAR);
    }

    private float[] samples(String stem) {
        return Objects.requireNonNull(stems.get(stem)).samples();
    }

    /// The first sample that can be heard.
    private static int begin(float[] sound) {
        return IntStream.range(0, sound.length)
                .filter(i -> Math.abs(sound[i]) > 10 * INAUDIBLE)
                .findFirst()
                .orElseThrow();
    }

    /// Behind the last sample that can be heard.
    private static int end(float[] sound) {
        int last = sound.length - 1;
        while (Math.abs(sound[last]) <= 10 * INAUDIBLE) {
            last--;
        }
        return last + 1;
    }

    /// A line in one of the voices, at 48 kHz.
    private static float[] spoken(String text, String voice) {
        try (SpeechStream speech = new EmbeddedVoice().speak(text, voice)) {
            var samples = new float[speech.rate() * LONGEST_SECONDS];
            int length = 0;
            var piece = new float[4_096];
            for (int n = speech.read(piece); n >= 0; n = speech.read(piece)) {
                System.arraycopy(piece, 0, samples, length, n);
                length += n;
            }
            return resampled(Arrays.copyOf(samples, length), speech.rate(), Frames.RATE);
        }
    }

    private static float[] resampled(float[] samples, int from, int to) {
        var resampler = new Resampler(from, to);
        var out = new float[resampler.maxOutput(samples.length)];
        return Arrays.copyOf(out, resampler.process(samples, 0, samples.length, out, 0));
    }

    /// What is left of a voice on a telephone line.
    private static float[] telephone(float[] samples) {
        float[] phone = resampled(samples, Frames.RATE, Frames.PHONE_RATE);
        return resampled(phone, Frames.PHONE_RATE, Frames.RATE);
    }
}
