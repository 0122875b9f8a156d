package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.port.Exports;
import io.partyline.port.Journal;
import io.partyline.rehearsal.LongShow;
import io.partyline.rehearsal.Riff;
import io.partyline.rehearsal.Tool;
import io.partyline.show.AiVoice;
import io.partyline.show.CallId;
import io.partyline.show.FloorEvent;
import io.partyline.show.Seat;
import io.partyline.show.ShowEvent;
import io.partyline.show.Weighed;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A show written out in every form, each looked at as its readers would.
class ExportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECORDED = 90;

    /// What stands before the samples of a stem.
    private static final int HEAD = 690;

    private static final List<Journal.Entry> FRIDAY = FridayShow.entries();

    @TempDir Path data;

    @Test
    void theTextSaysWhoSaidWhatAndWhen() {
        assertThat(text("txt"))
                .isEqualTo(
                        """
                        [0:01] Host: Good evening! Call [number] now.

                        == 1:01 Caller #1: love; #1 = "hard" ==
                        [1:02] Host: You are on, go ahead.
                        [1:04] Caller #1: I said: 1 < 2 & 3 --> 4, really. My wife left me after \
                        1,000,000 fights and I would like to know whether I should ring her at [number].
                        [1:20] Caller #1: Right.

                        == 1:00:01 Tony (AI voice) ==
                        [1:00:02] Tony (AI voice): It's *me*, "Tony"; 50% = half.
                        """);
    }

    @Test
    void webVttHasAVoiceForEachSpeakerAndShortLines() {
        assertThat(text("vtt"))
                .startsWith(
                        """
                        WEBVTT

                        00:00:01.500 --> 00:00:04.233
                        <v Host>Good evening! Call [number] now.

                        00:01:02.500 --> 00:01:04.500
                        <v Host>You are on, go ahead.

                        00:01:04.500 -->\
                        """)
                .contains("<v Caller #1>I said: 1 &lt; 2 &amp; 3 --&gt; 4, really.")
                .contains("01:00:02.500 --> ", "\n<v Tony (AI voice)>It's *me*");
        assertThat(text("vtt").lines().map(line -> line.replaceAll("<v [^>]*>|&\\w+;", "x")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(66));
    }

    @Test
    void srtHasCardsOfTwoShortLinesAndTheNameFirst() {
        assertThat(text("srt"))
                .startsWith(
                        """
                        1
                        00:00:01,500 --> 00:00:04,233
                        Host: Good evening! Call
                        [number] now.

                        2
                        00:01:02,500 --> 00:01:04,500
                        Host: You are on, go ahead.

                        3
                        """)
                .contains("Caller #1: I said: 1 < 2 & 3 →\n4, really.")
                .contains("Tony (AI voice): It's *me*,");
        for (String card : text("srt").split("\n\n", -1)) {
            assertThat(card.strip().lines()).hasSizeBetween(3, 4);
            assertThat(card.lines().skip(2)).allSatisfy(l -> assertThat(l.length()).isLessThan(33));
        }
    }

    @Test
    void theTranscriptIsThatOfPodcasting20() throws IOException {
        JsonNode json = JSON.readTree(text("json"));
        assertThat(json.path("version").textValue()).isEqualTo("1.0.0");
        JsonNode last = json.path("segments").path(4);
        assertThat(last.path("speaker").textValue()).isEqualTo("Tony");
        assertThat(last.path("role").textValue()).isEqualTo("ai_caller:Tony");
        assertThat(last.path("startTime").doubleValue()).isEqualTo(3602.5);
        assertThat(last.path("endTime").doubleValue()).isGreaterThan(3602.5);
        assertThat(last.path("body").textValue()).startsWith("It's *me*");
    }

    @Test
    void aChapterEndsWhereTheNextBegins() throws IOException {
        JsonNode json = JSON.readTree(text("chapters"));
        assertThat(json.path("version").textValue()).isEqualTo("1.2.0");
        assertThat(json.path("description").textValue()).isEqualTo(AiVoice.IN_IT);
        assertThat(json.path("chapters").path(2).path("title").textValue())
                .isEqualTo("Tony (AI voice)");
        assertThat(json.path("chapters")).hasSize(3);
        assertThat(json.path("chapters").path(0).toString())
                .isEqualTo("{\"startTime\":0.0,\"endTime\":61.0,\"title\":\"Opening\"}");
        assertThat(json.path("chapters").path(1).toString())
                .isEqualTo(
                        "{\"startTime\":61.0,\"endTime\":3601.0,\"title\":"
                                + "\"Caller #1: love; #1 = \\\"hard\\\"\"}");
        assertThat(json.path("chapters").path(2).path("endTime").doubleValue()).isEqualTo(3700);
    }

    @Test
    void ffmpegReadsTheChapters() throws Exception {
        Path file = Files.writeString(data.resolve("chapters.ffmeta"), text("ffmetadata"));
        JsonNode read =
                JSON.readTree(
                        Tool.run(
                                "ffprobe",
                                "-v",
                                "error",
                                "-f",
                                "ffmetadata",
                                "-show_chapters",
                                "-show_format",
                                "-of",
                                "json",
                                file.toString()));
        assertThat(read.path("chapters")).hasSize(3);
        assertThat(read.path("format").path("tags").path("comment").textValue())
                .isEqualTo(AiVoice.IN_IT);
        JsonNode dave = read.path("chapters").path(1);
        assertThat(dave.path("start_time").textValue()).isEqualTo("61.000000");
        assertThat(dave.path("end_time").textValue()).isEqualTo("3601.000000");
        assertThat(dave.path("tags").path("title").textValue())
                .isEqualTo("Caller #1: love; #1 = \"hard\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtt", "srt"})
    void ffmpegReadsEveryCaption(String format) throws Exception {
        Path file = Files.writeString(data.resolve("captions." + format), text(format));
        String packets =
                Tool.run(
                        "ffprobe",
                        "-v",
                        "warning",
                        "-count_packets",
                        "-show_entries",
                        "stream=nb_read_packets",
                        "-of",
                        "csv=p=0",
                        file.toString());
        long cards = text(format).lines().filter(line -> line.contains(" --> ")).count();
        assertThat(Long.parseLong(packets)).isEqualTo(cards);
    }

    @Test
    void audacityGetsALabelForEachVisitAsLongAsItWas() {
        assertThat(text("labels"))
                .isEqualTo(
                        """
                        61.000000\t3660.000000\tCaller #1: love; #1 = "hard"
                        3601.000000\t3700.000000\tTony (AI voice)
                        """);
    }

    @Test
    void youTubeGetsItsFirstChapterAtZero() {
        assertThat(text("youtube"))
                .isEqualTo(
                        """
                        0:00 Opening
                        1:01 Caller #1: love; #1 = "hard"
                        1:00:01 Tony (AI voice)
                        """);
    }

    @Test
    void theNotesTellWhoCalledAndAboutWhat() {
        assertThat(text("notes"))
                .startsWith(
                        """
                        # Show of 1 May 2026, 20:00 UTC

                        1:02:00 long, 1 caller on the telephone and 1 AI caller on the air. Holds AI voice \
                        (synthetic speech).
                        """)
                .contains("- **1:01 Caller \\#1: love; \\#1 = \"hard\"** (on the telephone, 59:59)")
                .contains("Asked whether to ring his wife at \\[number\\].")
                .contains("- **1:00:01 Tony** (AI caller, 1:39)");
    }

    @Test
    void aShowWithoutAiVoicesSaysNothingOfThem() throws IOException {
        List<Journal.Entry> before = FRIDAY.subList(0, 12);
        for (Exports.Export text : ShowExports.texts(ShowFile.of(before, _ -> List.of()))) {
            var out = new ByteArrayOutputStream();
            text.content().writeTo(out);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .as(text.fileName())
                    .doesNotContain(AiVoice.MARK)
                    .doesNotContain("description");
        }
    }

    @Test
    void whatTheHostToldAnAiCallerInPrivateIsInNoExport() {
        var entries = new ArrayList<>(FRIDAY);
        Journal.Entry last = entries.getLast();
        CallId tony = new CallId("ai-1");
        entries.add(
                new Journal.Entry(
                        last.seq() + 1,
                        new FloorEvent.CueGiven(tony, "ask about the walrus", last.event().at())));
        entries.add(
                new Journal.Entry(
                        last.seq() + 2,
                        new FloorEvent.JumpInWeighed(
                                tony,
                                Weighed.COOLDOWN,
                                false,
                                Optional.empty(),
                                last.seq(),
                                last.event().at())));
        ShowFile show = ShowFile.of(entries, _ -> List.of());
        for (Exports.Export text : ShowExports.texts(show)) {
            var out = new ByteArrayOutputStream();
            assertThatCode(() -> text.content().writeTo(out)).doesNotThrowAnyException();
            assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("walrus");
        }
        assertThat(AsRunLog.of(entries))
                .contains("is slipped a private note.")
                .doesNotContain("stays silent");
    }

    @Test
    void whatTheProducerWroteToTheHostIsInNoExport() throws IOException {
        var entries = new ArrayList<>(FRIDAY);
        Journal.Entry last = entries.getLast();
        var note =
                new ShowEvent.NoteWritten(
                        "Line two is a walrus.", Seat.PRODUCER, last.event().at());
        entries.add(new Journal.Entry(last.seq() + 1, note));
        entries.add(new Journal.Entry(last.seq() + 2, new ShowEvent.NotesRead(last.event().at())));
        for (Exports.Export text : ShowExports.texts(ShowFile.of(entries, _ -> List.of()))) {
            var out = new ByteArrayOutputStream();
            text.content().writeTo(out);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .as(text.fileName())
                    .doesNotContain("walrus");
        }
        assertThat(AsRunLog.of(entries)).contains("The producer slips a private note.");
    }

    @Test
    void theAsRunLogTellsEverythingInOrder() {
        assertThat(text("log"))
                .startsWith("    0:00  The show is open.\n")
                .contains("    1:01  Caller #1 is ON AIR.\n")
                .contains(" 1:00:00  Tony (AI) was asked on, because of Caller #1.\n")
                .contains(" 1:01:50  RECORDING STOPPED: The disk is full.\n")
                .endsWith(" 1:02:00  The show is closed.\n");
        assertThat(text("log").lines()).hasSize(FRIDAY.size());
    }

    @Test
    void theEventsAreAllThereWithoutWhatIsTheCallersOwn() throws IOException {
        JsonNode json = JSON.readTree(text("events"));
        assertThat(json.path("events")).hasSize(FRIDAY.size());
        assertThat(json.path("events").path(3).path("type").textValue()).isEqualTo("CallRang");
        assertThat(json.path("events").path(3).has("number")).isFalse();
        assertThat(json.path("events").path(3).path("seq").longValue()).isEqualTo(10);
    }

    @Test
    void reaperFindsEveryStemAndARegionForEachCall() throws IOException {
        record("00_Mix", "01_Host", "03_Caller-1");
        String project = text("rpp");
        assertThat(project.lines().filter(l -> l.strip().startsWith("<")).count())
                .isEqualTo(project.lines().filter(l -> l.strip().equals(">")).count());
        assertThat(project)
                .contains("  MARKER 1 61.000000 \"Caller #1: love; #1 = 'hard'\" 1\n")
                .contains(
                        """
                          MARKER 1 3660.000000 "" 1
                          MARKER 2 3601.000000 "Tony (AI voice)" 1
                        """)
                .contains("FILE \"stems/00_Mix.wav\"", "FILE \"stems/01_Host.wav\"")
                .contains("LENGTH 90.000000000");
        assertThat(project.lines().filter(line -> line.contains("MUTESOLO 1"))).hasSize(1);
    }

    @Test
    void theHostsOwnRecordingIsInTheProjectAndSilentAtFirst() throws IOException {
        record("00_Mix", "01_Host", "01_Host-Local");
        assertThat(text("rpp"))
                .contains("NAME \"01_Host\"\n    MUTESOLO 0 0 0")
                .contains("NAME \"01_Host-Local\"\n    MUTESOLO 1 0 0");
    }

    @Test
    void theBundleHoldsEverythingAndItsChecksums() throws Exception {
        record("00_Mix", "01_Host", "03_Caller-1");
        Map<String, byte[]> files = bundle(FRIDAY);
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "stems/00_Mix.wav",
                        "stems/01_Host.wav",
                        "stems/03_Caller-1.wav",
                        "transcript.json",
                        "transcript.txt",
                        "transcript.vtt",
                        "transcript.srt",
                        "chapters.json",
                        "chapters.ffmeta",
                        "youtube.txt",
                        "labels.txt",
                        "session.rpp",
                        "notes.md",
                        "show.json",
                        "as-run.txt",
                        "clips/call-01_Caller-1.wav",
                        "clips/call-01_Caller-1.json",
                        "clips/call-02_Tony_AI-voice.wav",
                        "clips/call-02_Tony_AI-voice.json",
                        "mix.wav",
                        "SHA256SUMS");
        assertThat(stem("01_Host")).hasBinaryContent(file(files, "stems/01_Host.wav"));
        for (String sum : string(file(files, "SHA256SUMS")).lines().toList()) {
            byte[] file = file(files, sum.substring(66));
            assertThat(sum.substring(0, 64))
                    .isEqualTo(
                            HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
        assertThat(string(file(files, "SHA256SUMS")).lines()).hasSize(files.size() - 1);
    }

    @Test
    void aClipIsTheMixOfItsCallAsFarAsItWasRecorded() throws IOException {
        record("00_Mix");
        Map<String, byte[]> files = bundle(FRIDAY);
        Path file =
                Files.write(data.resolve("clip.wav"), file(files, "clips/call-01_Caller-1.wav"));
        Riff clip = Riff.read(file);
        assertThat(clip.samples()).isEqualTo((RECORDED - 61) * 48_000L);
        assertThat(clip.samples(0, 2)).containsExactly(Math.round((1 << 22) / 240f), 0);
        assertThat(clip.time()).isEqualTo("22:01:01");
        JsonNode words = JSON.readTree(file(files, "clips/call-01_Caller-1.json"));
        assertThat(words.path("kind").textValue()).isEqualTo("real");
        assertThat(words.path("segments").path(0).path("startTime").doubleValue()).isEqualTo(1.5);
        assertThat(file(files, "clips/call-02_Tony_AI-voice.wav")).hasSize(HEAD);
    }

    @Test
    void aShowThatIsStillRunningCanBeExported() throws IOException {
        record("00_Mix");
        assertThat(text("labels", FridayShow.running()))
                .startsWith("61.000000\t65.000000\tCaller #1");
        byte[] clip = file(bundle(FridayShow.running()), "clips/call-01_Caller-1.wav");
        assertThat(clip).hasSize(HEAD + (4 * 48_000 + 14_400) * 3);
    }

    @Test
    void aShowWithoutRecordingHasItsTextsAllTheSame() throws IOException {
        assertThat(bundle(FRIDAY)).containsKeys("transcript.txt", "session.rpp");
    }

    static List<String> formats() {
        return new ShowExports(_ -> FRIDAY, _ -> List.of()).formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noFileHoldsANumberOfACaller(String format) throws IOException {
        record("00_Mix");
        Map<String, byte[]> files =
                format.equals("bundle") ? bundle(FRIDAY) : Map.of(format, bytes(format, FRIDAY));
        files.forEach((name, file) -> {
            if (!name.endsWith(".wav")) {
                // A checksum has any digits.
                assertThat(name + string(file).replaceAll("(?m)^[0-9a-f]{64} ", ""))
                        .doesNotContain(FridayShow.DAVES.lastFour(), FridayShow.DAVES.fingerprint())
                        .doesNotContain("555", "five five", "oh one");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameShowMakesTheSameFileAgainInEveryCountry(String format) throws IOException {
        record("00_Mix");
        byte[] first = bytes(format, FRIDAY);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(bytes(format, FRIDAY)).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void captionsOfAnyShowFollowOneAnotherAndNeverEndBeforeTheyBegin(long seed) {
        String vtt = text("vtt", LongShow.upTo(seed, 300));
        double last = 0;
        for (String line : vtt.lines().filter(l -> l.contains(" --> ")).toList()) {
            double start = seconds(line.substring(0, 12));
            double end = seconds(line.substring(17));
            assertThat(start).isGreaterThanOrEqualTo(last);
            assertThat(end).isGreaterThan(start);
            last = start;
        }
        assertThat(last).isPositive();
    }

    @Test
    void aFormatThatThereIsNotIsNone() {
        assertThat(exports(FRIDAY).export(FridayShow.ID, "docx")).isEmpty();
    }

    private static double seconds(String stamp) {
        String[] parts = stamp.split(":", -1);
        return Integer.parseInt(parts[0]) * 3_600
                + Integer.parseInt(parts[1]) * 60
                + Double.parseDouble(parts[2]);
    }

    /// Stems with a click where the first caller comes on. Of the rest of the show there are none.
    private void record(String... names) {
        try (var recorder =
                new WavStemRecorder(data, () -> LocalDateTime.of(2026, 5, 1, 22, 0, 0))) {
            Arrays.stream(names)
                    .map(name -> recorder.open(FridayShow.ID, name))
                    .forEach(stem -> stem.write(61 * 48_000, new float[] {0.5f}, 1));
            recorder.finish(FridayShow.ID, RECORDED * 48_000L);
        }
    }

    private ShowExports exports(List<Journal.Entry> events) {
        return new ShowExports(
                _ -> events,
                show ->
                        StemFile.in(WavStemRecorder.stems(data, show)).stream()
                                .map(stem ->
                                        new RecordedStem(
                                                stem.name(),
                                                stem.path().getFileName().toString(),
                                                stem.samples(),
                                                stem::copy))
                                .toList());
    }

    private Path stem(String name) {
        return WavStemRecorder.stems(data, FridayShow.ID).resolve(name + ".wav");
    }

    private Map<String, byte[]> bundle(List<Journal.Entry> show) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes("bundle", show)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).startsWith(FridayShow.ID.value() + "/");
                files.put(
                        entry.getName().substring(FridayShow.ID.value().length() + 1),
                        zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return Objects.requireNonNull(files.get(name));
    }

    private String text(String format) {
        return text(format, FRIDAY);
    }

    private String text(String format, List<Journal.Entry> show) {
        try {
            return string(bytes(format, show));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes(String format, List<Journal.Entry> show) throws IOException {
        var out = new ByteArrayOutputStream();
        exports(show).export(FridayShow.ID, format).orElseThrow().content().writeTo(out);
        return out.toByteArray();
    }

    private static String string(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}
