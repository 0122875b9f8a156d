package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.loudness.Loudness;
import io.partyline.files.WavHead;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.Riff;
import io.partyline.rehearsal.Tool;
import io.partyline.show.AiVoice;
import io.partyline.show.ShowId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stems as files, read by the book.
class WavStemTest {
    private static final ShowId SHOW = new ShowId("show");
    private static final LocalDateTime EVENING =
            LocalDateTime.of(2026, 1, 2, 20, 0, 1, 500_000_000);

    /// The samples that fit into a file whose sizes have 32 bits.
    private static final long LARGEST = (0xFFFF_FFFFL - (WavHead.SIZE - 8)) / 3;

    @TempDir Path folder;

    @Test
    void aStemSaysWhenItsFirstSampleWas() throws IOException {
        Riff stem = recorded("01_Host", 960);
        assertThat(stem.date()).isEqualTo("2026-01-02");
        assertThat(stem.time()).isEqualTo("20:00:01");
        assertThat(stem.reference()).isEqualTo((20 * 3_600 + 1) * 48_000L + 24_000);
    }

    @Test
    void aCallerWhoCameLaterHasTheSameShowZero() throws IOException {
        Deque<LocalDateTime> clock = new ArrayDeque<>(List.of(EVENING, EVENING.plusMinutes(20)));
        try (var recorder = new WavStemRecorder(folder, clock::remove)) {
            recorder.open(SHOW, "00_Mix");
            recorder.open(SHOW, "03_Caller-1").write(20 * 60 * 48_000, new float[1], 1);
            recorder.finish(SHOW, 20 * 60 * 48_000 + 1);
        }
        assertThat(Riff.read(stem("03_Caller-1")).reference())
                .isEqualTo(Riff.read(stem("00_Mix")).reference());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 959, 960})
    void theSizesInTheHeadAreThoseOfTheFile(long samples) throws IOException {
        Riff stem = recorded("01_Host", samples);
        assertThat(stem.form()).isEqualTo("RIFF");
        assertThat(stem.samples()).isEqualTo(samples);
        assertThat(stem.riffSize()).isEqualTo(Files.size(stem("01_Host")) - 8);
        assertThat(stem.riffSize()).isEven();
    }

    /// Whatever a kill leaves, any reader sees it all.
    @Test
    void theHeadIsNeverBehindWhatHasBeenWritten() throws Exception {
        try (var recorder = recorder()) {
            StemRecorder.Stem stem = recorder.open(SHOW, "01_Host");
            long length = 0;
            for (int block = 1; block <= 200; block++) {
                int count = 37 * block;
                stem.write(length, new float[count], count);
                length += count;
                assertThat(Riff.read(stem("01_Host")).samples()).isEqualTo(length);
            }
            try (var sound = AudioSystem.getAudioInputStream(stem("01_Host").toFile())) {
                assertThat(sound.getFrameLength()).isEqualTo(length);
            }
        }
    }

    /// A kill between a block and the head behind it.
    @Test
    void aBlockThatTheHeadDoesNotCountYetIsCountedOnceTheShowGoesOn() throws Exception {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(0, new float[960], 960);
        }
        byte[] head = Arrays.copyOf(Files.readAllBytes(stem("01_Host")), WavHead.SIZE);
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(960, new float[40], 40);
        }
        byte[] all = Files.readAllBytes(stem("01_Host"));
        System.arraycopy(head, 0, all, 0, head.length);
        Files.write(stem("01_Host"), all);
        assertThat(Riff.read(stem("01_Host")).samples()).isEqualTo(960);
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host");
            assertThat(Riff.read(stem("01_Host")).samples()).isEqualTo(1_000);
        }
    }

    @Test
    void aStemOfAShowThatGoesOnIsNobodyElsesOnceAnotherShowIsFinished() {
        var next = new ShowId("next");
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host");
            recorder.open(next, "01_Host");
            recorder.finish(SHOW, 960);
            assertThat(recorder.open(next, "01_Host").name()).isEqualTo("01_Host-2");
            assertThat(recorder.open(next, "01_Host").name()).isEqualTo("01_Host-3");
        }
    }

    @Test
    void aFolderThatBecameALinkMeanwhileIsNotFinished(@TempDir Path elsewhere) throws IOException {
        recorded("01_Host", 960);
        Path stems = WavStemRecorder.stems(folder, SHOW);
        Path moved = Files.move(stems, elsewhere.resolve("stems"));
        byte[] before = Files.readAllBytes(moved.resolve("01_Host.wav"));
        Files.createSymbolicLink(stems, moved);
        try (var recorder = recorder()) {
            assertThatThrownBy(() -> recorder.finish(SHOW, 96_000))
                    .isInstanceOf(StemException.class)
                    .hasMessageContaining("is a link to elsewhere");
        }
        assertThat(moved.resolve("01_Host.wav")).hasBinaryContent(before);
    }

    @Test
    void nothingIsWrittenOrNotedInAStemThatIsClosed() {
        StemRecorder.Stem stem;
        try (var recorder = recorder()) {
            stem = recorder.open(SHOW, "01_Host");
        }
        assertThatThrownBy(() -> stem.write(0, new float[1], 1))
                .isInstanceOf(StemException.class)
                .hasMessage("The stem 01_Host is closed.");
        assertThatThrownBy(stem::holdsAiVoices).hasMessage("The stem 01_Host is closed.");
    }

    @Test
    void aStemThatIsALinkIsLeftAloneAndSoIsWhatItLeadsTo(@TempDir Path elsewhere)
            throws IOException {
        Path victim = Files.writeString(elsewhere.resolve("victim.wav"), "not yours");
        Path stems = WavStemRecorder.stems(folder, SHOW);
        Files.createDirectories(stems);
        Files.createSymbolicLink(stems.resolve("01_Host.wav"), victim);
        try (var recorder = recorder()) {
            StemRecorder.Stem stem = recorder.open(SHOW, "01_Host");
            assertThat(stem.name()).isEqualTo("01_Host-2");
            stem.write(0, new float[960], 960);
            recorder.finish(SHOW, 960);
        }
        assertThat(victim).hasContent("not yours");
        assertThat(StemFile.in(stems)).extracting(StemFile::name).containsExactly("01_Host-2");
    }

    @Test
    void aFolderOfAShowThatIsALinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path shows = Files.createDirectories(folder.resolve("shows"));
        Files.createSymbolicLink(shows.resolve("show"), elsewhere);
        try (var recorder = recorder()) {
            assertThatThrownBy(() -> recorder.open(SHOW, "01_Host"))
                    .isInstanceOf(StemException.class)
                    .hasMessageContaining("is a link to elsewhere");
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aStemBeyondFourGibibytesBecomesRf64AndOneSampleLessDoesNot() throws Exception {
        try (var recorder = recorder()) {
            StemRecorder.Stem stem = recorder.open(SHOW, "01_Host");
            stem.write(LARGEST - 1, new float[] {0.5f}, 1);
            assertThat(Riff.read(stem("01_Host")).form()).isEqualTo("RIFF");
            assertThat(Riff.read(stem("01_Host")).samples()).isEqualTo(LARGEST);
            stem.write(LARGEST, new float[] {0.25f}, 1);
            recorder.finish(SHOW, LARGEST + 1);
        }
        Riff large = Riff.read(stem("01_Host"));
        assertThat(large.form()).isEqualTo("RF64");
        assertThat(large.samples()).isEqualTo(LARGEST + 1);
        assertThat(large.riffSize()).isEqualTo(Files.size(stem("01_Host")) - 8);
        assertThat(large.samples(LARGEST - 2, 3)).containsExactly(0, 1 << 22, 1 << 21);
    }

    @Test
    void anRf64StemGoesOnAfterACrash() throws Exception {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(2 * LARGEST, new float[] {0.5f}, 1);
        }
        try (var recorder = new WavStemRecorder(folder, () -> EVENING.plusDays(1))) {
            recorder.open(SHOW, "01_Host").write(2 * LARGEST + 1, new float[] {0.25f}, 1);
            recorder.finish(SHOW, 2 * LARGEST + 2);
        }
        Riff large = Riff.read(stem("01_Host"));
        assertThat(large.form()).isEqualTo("RF64");
        assertThat(large.date()).isEqualTo("2026-01-02");
        assertThat(large.samples(2 * LARGEST, 2)).containsExactly(1 << 22, 1 << 21);
    }

    @Test
    void otherPeoplesProgramsReadAnRf64Stem() throws Exception {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(LARGEST, new float[] {0.5f}, 1);
            recorder.finish(SHOW, LARGEST + 9);
        }
        assertThat(Tool.ffprobeSamples(stem("01_Host"))).isEqualTo(LARGEST + 9);
        assertThat(Tool.soxSamples(stem("01_Host"))).isEqualTo(LARGEST + 9);
    }

    @Test
    void aPartOfAStemIsASoundFileWithItsOwnTime() throws IOException {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "00_Mix").write(48_000, new float[] {0.5f, 0.25f, 0.125f}, 3);
            recorder.finish(SHOW, 96_000);
        }
        var out = new ByteArrayOutputStream();
        StemFile.of(stem("00_Mix")).orElseThrow().copy(48_000, 48_003, out);
        Riff part = Riff.read(Files.write(folder.resolve("part.wav"), out.toByteArray()));
        assertThat(part.samples(0, 3)).containsExactly(1 << 22, 1 << 21, 1 << 20);
        assertThat(part.samples()).isEqualTo(3);
        assertThat(part.time()).isEqualTo("20:00:02");
        assertThat(out.size()).isEven();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20_833, 999_999_999, 500_000_000, 123_456_789})
    void theTimeOfAHeadComesBackToTheSample(long nanos) {
        LocalDateTime begun = LocalDateTime.of(2026, 1, 2, 23, 59, 59).plusNanos(nanos);
        ByteBuffer head = StemFile.newHead(begun).bytes(3);
        assertThat(WavHead.read(head).orElseThrow().bytes(3)).isEqualTo(head);
    }

    @Test
    void aStemWithAiVoicesSaysSoToWhoeverReadsItsHeadAndTheOthersDoNot() throws Exception {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(0, new float[960], 960);
            StemRecorder.Stem mix = recorder.open(SHOW, "00_Mix");
            mix.write(0, new float[960], 960);
            mix.holdsAiVoices();
            assertThat(description(stem("00_Mix"))).contains(AiVoice.IN_IT);
            mix.write(960, new float[96_000], 96_000);
            recorder.finish(SHOW, 96_960);
        }
        assertThat(description(stem("00_Mix"))).contains("AI voice (synthetic speech)");
        assertThat(description(stem("01_Host"))).isEqualTo("Stem of a show.");
        assertThat(Tool.soxSamples(stem("00_Mix"))).isEqualTo(96_960);
    }

    /// In hundredths, as EBU Tech 3285 has it; a file that does not know says so, and not that it
    /// is at 0 LUFS.
    @Test
    void howLoudAStemIsStandsInItsHeadAndStaysThere() throws Exception {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(0, new float[960], 960);
            StemRecorder.Stem mix = recorder.open(SHOW, "00_Mix");
            mix.write(0, new float[960], 960);
            mix.measured(new Loudness(-20, -21, -18.456, 6.5, -1.04, -14.9, -16.2));
            mix.write(960, new float[96_000], 96_000);
            recorder.finish(SHOW, 96_960);
        }
        assertThat(loudness(stem("00_Mix"))).containsExactly(-1846, 650, -104, -1490, -1620);
        assertThat(loudness(stem("01_Host"))).containsOnly(0x7FFF);
        var part = new ByteArrayOutputStream();
        StemFile.of(stem("00_Mix")).orElseThrow().copy(0, 480, part);
        assertThat(loudness(Files.write(folder.resolve("part.wav"), part.toByteArray())))
                .containsOnly(0x7FFF);
        var whole = new ByteArrayOutputStream();
        StemFile.of(stem("00_Mix")).orElseThrow().copy(0, 96_960, whole);
        assertThat(loudness(Files.write(folder.resolve("whole.wav"), whole.toByteArray())))
                .contains(-1846);
    }

    /// The five values of a `bext` chunk, found by its name.
    private static List<Integer> loudness(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int bext = new String(bytes, 0, 1_000, StandardCharsets.ISO_8859_1).indexOf("bext") + 8;
        var values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = bext + 256 + 32 + 32 + 10 + 8 + 8 + 2 + 64;
        return IntStream.range(0, 5).map(i -> values.getShort(first + 2 * i)).boxed().toList();
    }

    @Test
    void aStemWithAiVoicesStillSaysSoAfterACrashAndSoDoesAPartOfIt() throws Exception {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "02_AI-Tony").holdsAiVoices();
        }
        try (var recorder = recorder()) {
            recorder.open(SHOW, "02_AI-Tony").write(0, new float[960], 960);
            recorder.finish(SHOW, 960);
        }
        assertThat(description(stem("02_AI-Tony"))).contains(AiVoice.IN_IT);
        var out = new ByteArrayOutputStream();
        StemFile.of(stem("02_AI-Tony")).orElseThrow().copy(0, 480, out);
        Path part = Files.write(folder.resolve("part.wav"), out.toByteArray());
        assertThat(description(part)).contains(AiVoice.IN_IT);
    }

    /// As another program reads it.
    private static String description(Path file) throws Exception {
        return Tool.run(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_entries",
                        "format_tags=comment,description",
                        "-of",
                        "default=nw=1:nk=1",
                        file.toString())
                .strip();
    }

    private Riff recorded(String name, long samples) throws IOException {
        try (var recorder = recorder()) {
            recorder.open(SHOW, name).write(0, new float[(int) samples], (int) samples);
            recorder.finish(SHOW, samples);
        }
        return Riff.read(stem(name));
    }

    private WavStemRecorder recorder() {
        return new WavStemRecorder(folder, () -> EVENING);
    }

    private Path stem(String name) {
        return WavStemRecorder.stems(folder, SHOW).resolve(name + ".wav");
    }
}
