package io.partyline.icecast;

import static io.partyline.icecast.FakeServer.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partyline.audio.Frames;
import io.partyline.audio.delay.Jingle;
import io.partyline.audio.delay.ProgramDelay.Phase;
import io.partyline.port.ControlRoom.Health;
import io.partyline.rehearsal.HandSeat;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.rehearsal.RehearsalRoom;
import io.partyline.rehearsal.Tool;
import io.partyline.show.Decision;
import io.partyline.show.ShowEvent;
import io.partyline.studio.ComputerClock;
import io.partyline.studio.Studio;
import io.partyline.studio.Transmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// A whole show on a real stream server, heard by a real listener.
@Tag("ci")
class StreamedShowTest {
    private static final double SECOND = Frames.RATE;

    @TempDir private Path folder;
    private final RehearsalRoom room = new RehearsalRoom();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable thing : open.reversed()) {
            thing.close();
        }
    }

    private Icecast icecast() throws IOException {
        assumeTrue(
                Program.areHere("icecast2", "ffmpeg", "ffprobe"), "icecast2, ffmpeg are missing");
        var icecast = new Icecast(folder);
        open.add(icecast);
        return icecast;
    }

    private Harbor liquidsoap() throws IOException {
        assumeTrue(Program.areHere("liquidsoap", "ffmpeg"), "liquidsoap, ffmpeg are missing");
        var harbor = new Harbor(folder);
        open.add(harbor);
        return harbor;
    }

    private Studio show(StreamSettings stream, Duration delay) {
        Studio studio =
                room.clock(new ComputerClock())
                        .seat(new HandSeat(new Bursts()))
                        .transmission(
                                new Transmission(
                                        new IcecastOut(stream),
                                        delay,
                                        Duration.ofSeconds(1),
                                        Jingle::samples,
                                        true))
                        .open();
        open.add(studio::leave);
        await(() -> studio.transmitter().status().connected());
        return studio;
    }

    /// Seconds of the show pass.
    private static void pass(Studio studio, int seconds) {
        long until = studio.position() + seconds * (long) Frames.RATE;
        await(() -> studio.position() >= until);
    }

    /// By how much later than in the show each second is, from an instant that is always the same.
    private static double lateness(Map<Integer, Integer> heard, int second) {
        return Objects.requireNonNull(heard.get(second), "second " + second) / SECOND - second;
    }

    /// How late the stream is, is taken from its sound alone: each second of the show has a tone of
    /// its own, and the server's listener gets as many samples a second as the show has. So the
    /// place of a second's tone in the stream, less that of the same second in the show, grows by
    /// exactly as much as the delay does.
    @Test
    void theDelayAtTheServerIsTheOneThatIsSetAndWhatIsDumpedIsNotThere() throws Exception {
        Icecast server = icecast();
        Studio studio = show(server.settings(StreamFormat.MP3), Duration.ZERO);
        Path file = folder.resolve("heard.mp3");
        ShowEvent.ProgramDumped cut;
        try (var _ = server.listen(file)) {
            pass(studio, 3);
            studio.transmitter().delay(Duration.ofSeconds(2));
            awaitSteady(studio);
            pass(studio, 3);
            await(() -> studio.position() % Frames.RATE > Frames.RATE / 2);
            cut = dumped(studio.transmitter().dump());
            awaitSteady(studio);
            pass(studio, 5);
            await(() -> studio.transmitter().status().listeners().orElse(-1) == 1);
            await(() -> server.status().contains("\"title\":\"Host\""));
        }
        Map<Integer, Integer> heard = Bursts.find(Decoded.of(file));
        List<Integer> seconds = List.copyOf(heard.keySet());
        double before = lateness(heard, seconds.getFirst());
        double after = lateness(heard, (int) (cut.from() / Frames.RATE) - 2);
        assertThat(after - before).isCloseTo(2, within(0.05));
        assertThat(lateness(heard, seconds.getLast()) - before).isCloseTo(2, within(0.05));

        assertThat(cut.to() - cut.from()).isEqualTo(Frames.RATE);
        Map<Integer, Integer> mixed = Bursts.find(Decoded.of(mix(studio)));
        for (int second = seconds.getFirst() + 1; second < seconds.getLast(); second++) {
            int begins = Objects.requireNonNull(mixed.get(second), "in the mix: " + second);
            boolean out = Bursts.within(begins, cut.from(), cut.to());
            if (out || Bursts.outside(begins, cut.from(), cut.to())) {
                assertThat(heard.containsKey(second))
                        .as("second %d, which begins at %d, without %s", second, begins, cut)
                        .isEqualTo(!out);
            }
        }
        assertThat(probed(file)).isEqualTo("mp3,48000,1");
        assertThat(room.stems().length(studio.show().id(), "00_Mix")).isGreaterThan(10 * 48_000L);
    }

    private float[] mix(Studio studio) {
        return room.stems().samples(studio.show().id(), "00_Mix").orElseThrow();
    }

    private static ShowEvent.ProgramDumped dumped(Decision decision) {
        return (ShowEvent.ProgramDumped) ((Decision.Accepted) decision).events().getFirst();
    }

    private static void awaitSteady(Studio studio) {
        await(() -> studio.transmitter().status().phase() == Phase.STEADY);
    }

    private static String probed(Path file) throws IOException, InterruptedException {
        return Tool.run(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "stream=codec_name,sample_rate,channels",
                "-of",
                "csv=p=0",
                file.toString());
    }

    @Test
    void aKilledIcecastComesBackOnTheSameMountAndTheShowDoesNotNotice() throws Exception {
        Icecast server = icecast();
        Studio studio = show(server.settings(StreamFormat.OPUS), Duration.ofSeconds(1));
        try (var _ = server.listen(folder.resolve("before.ogg"))) {
            pass(studio, 3);
        }
        server.kill();
        await(() -> program(studio).state() == Health.State.TROUBLE);
        pass(studio, 1);
        server.startAgain();
        await(() -> studio.transmitter().status().connected());
        Path after = folder.resolve("after.ogg");
        try (var _ = server.listen(after)) {
            pass(studio, 4);
            while (soFar(after).size() <= 2) {
                pass(studio, 1);
            }
        }
        assertThat(program(studio).state()).isEqualTo(Health.State.FINE);
        assertThat(studio.transmitter().status().lostMs()).isPositive();
        assertThat(Bursts.find(Decoded.of(after))).hasSizeGreaterThan(2);
        assertThat(probed(after)).isEqualTo("opus,48000,1");
        assertThat(studio.transmitter().status().delay()).isEqualTo(Duration.ofSeconds(1));
    }

    /// The seconds that have come by now: a computer that is busy lets them wait.
    private Map<Integer, Integer> soFar(Path file) throws IOException, InterruptedException {
        Path copy = folder.resolve("so-far-" + file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        return Bursts.find(Decoded.of(copy));
    }

    private static Health program(Studio studio) {
        return studio.health().stream()
                .filter(part -> part.part().equals("program"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void icecastSaysThatThePasswordIsWrongAndNobodyReadsIt() throws Exception {
        Icecast server = icecast();
        String secret = MarkedSecret.of("wrong");
        Optional<String> why = IcecastOut.tried(server.settings(StreamFormat.MP3, secret));
        assertThat(why).hasValueSatisfying(text -> assertThat(text).contains("password"));
        assertThat(why.orElseThrow()).doesNotContain(secret);
        assertThat(IcecastOut.tried(server.settings(StreamFormat.MP3))).isEmpty();
    }

    private Icecast icecast(MadeCertificate shown) throws IOException {
        assumeTrue(
                Program.areHere("icecast2", "ffmpeg", "ffprobe"), "icecast2, ffmpeg are missing");
        var icecast = new Icecast(folder, Optional.of(shown.whole()));
        open.add(icecast);
        return icecast;
    }

    @Test
    void overTlsTheProgramArrivesAtAServerWithACertificateOfItsOwn() throws Exception {
        MadeCertificate shown = MadeCertificate.in(folder, "IP:127.0.0.1");
        Icecast server = icecast(shown);
        Studio studio =
                show(
                        server.overTls(StreamFormat.MP3, Trust.with(shown.shown())),
                        Duration.ofSeconds(1));
        Path file = folder.resolve("heard.mp3");
        try (var _ = server.listen(file)) {
            pass(studio, 5);
            await(() -> studio.transmitter().status().listeners().orElse(-1) == 1);
            await(() -> server.status().contains("\"title\":\"Host\""));
        }
        assertThat(Bursts.find(Decoded.of(file))).hasSizeGreaterThan(2);
        assertThat(probed(file)).isEqualTo("mp3,48000,1");
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedInWords() throws Exception {
        Icecast server = icecast(MadeCertificate.in(folder, "IP:127.0.0.1"));
        StreamSettings stranger = server.overTls(StreamFormat.MP3, Trust.usual());
        assertThat(IcecastOut.tried(stranger))
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .contains("that nobody here trusts", "PARTYLINE_STREAM_CERTIFICATE")
                                .doesNotContain(FakeServer.PASSWORD));
        var out = new IcecastOut(stranger);
        open.add(out);
        out.begin();
        await(() -> out.trouble().isPresent());
        assertThat(out.trouble().orElseThrow()).contains("that nobody here trusts");
        assertThat(server.status()).doesNotContain("listenurl");
    }

    @Test
    void aCertificateOfSomebodyElseIsRefusedThoughItIsTrusted() throws Exception {
        MadeCertificate shown = MadeCertificate.in(folder, "DNS:radio.example");
        Icecast server = icecast(shown);
        assertThat(IcecastOut.tried(server.overTls(StreamFormat.MP3, Trust.with(shown.shown()))))
                .hasValueSatisfying(why -> assertThat(why).contains("somebody else's"));
    }

    @Test
    void aCertificateThatSomebodyTrustedHasSignedIsTaken() throws Exception {
        assertThat(triedWithACertificateThatBegins(-1)).isEmpty();
    }

    @Test
    void aCertificateThatHasRunOutIsRefusedInWords() throws Exception {
        assertThat(triedWithACertificateThatBegins(-3))
                .hasValueSatisfying(
                        why -> assertThat(why).endsWith("shows a certificate that has run out."));
    }

    @Test
    void aCertificateThatIsNotValidYetIsRefusedInWords() throws Exception {
        assertThat(triedWithACertificateThatBegins(2))
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .endsWith("not valid yet: is the clock of this computer right?"));
    }

    /// @param begins by how many days from now the certificate is valid, for two days
    private Optional<String> triedWithACertificateThatBegins(int begins) throws Exception {
        MadeCertificate shown = MadeCertificate.signed(folder, "IP:127.0.0.1", begins);
        return IcecastOut.tried(
                icecast(shown).overTls(StreamFormat.MP3, Trust.with(shown.shown())));
    }

    @Test
    void aServerThatSpeaksNoTlsIsToldFromOneThatIsNotThere() throws Exception {
        Icecast server = icecast();
        assertThat(IcecastOut.tried(server.overTlsAtThePlainPort(Trust.usual())))
                .hasValueSatisfying(why -> assertThat(why).contains("does it speak TLS there"));
    }

    @Test
    void liquidsoapTakesItIsKilledAndComesBack() throws Exception {
        Harbor harbor = liquidsoap();
        Studio studio = show(harbor.settings(StreamFormat.MP3), Duration.ofSeconds(1));
        pass(studio, 5);
        harbor.kill();
        assertThat(Bursts.find(Decoded.of(harbor.heard()))).isNotEmpty();
        await(() -> program(studio).state() == Health.State.TROUBLE);
        harbor.startAgain();
        await(() -> studio.transmitter().status().connected());
        Files.deleteIfExists(harbor.heard());
        pass(studio, 5);
        assertThat(program(studio).state()).isEqualTo(Health.State.FINE);
    }

    private static void minutes(Studio studio, double minutes) {
        long until = studio.position() + Math.round(minutes * 60 * Frames.RATE);
        while (studio.position() < until) {
            pass(studio, 1);
        }
    }

    /// A minute without a delay, then four with one of seven seconds. How late the stream is, is
    /// taken twice: from its sound, as above, and from where the show was when the bytes of each
    /// second reached the listener, which has the coder and the network in it.
    @Test
    @Tag("long")
    void fiveMinutesOnIcecastTheDelayIsTheOneThatIsSetAndAfterAKillTheSame(TestReporter reporter)
            throws Exception {
        Icecast server = icecast();
        Studio studio = show(server.settings(StreamFormat.MP3), Duration.ZERO);
        Path file = folder.resolve("heard.mp3");
        try (var listener = server.listen(file, studio::position)) {
            minutes(studio, 1);
            studio.transmitter().delay(Duration.ofSeconds(7));
            awaitSteady(studio);
            minutes(studio, 4);
            Decoded heard = Decoded.of(Files.copy(file, folder.resolve("so-far.mp3")));
            Map<Integer, Integer> seconds = Bursts.find(heard);
            List<Integer> all = List.copyOf(seconds.keySet());
            double bySound =
                    lateness(seconds, all.get(all.size() - 5)) - lateness(seconds, all.get(5));
            double before = byClock(listener, seconds, all.subList(5, 45));
            double after =
                    byClock(listener, seconds, all.subList(all.size() - 60, all.size() - 20));
            reporter.publishEntry(
                    "%.1f s on Icecast: delay by sound %.3f s; by the clock %.3f s without, %.3f s with it"
                            .formatted(heard.seconds(), bySound, before, after));
            assertThat(bySound).isCloseTo(7, within(0.05));
            assertThat(after - before).isCloseTo(7, within(0.05));
            assertThat(all).hasSizeGreaterThan(290);
            assertThat(probed(file)).isEqualTo("mp3,48000,1");
            comesBack(studio, server::kill, server::startAgain);
            double back = lateOnceItIsBack(server, studio) - before;
            assertThat(back % Bursts.TONES).as("the tones begin anew").isCloseTo(7, within(0.05));
        }
    }

    private interface Step {
        void take() throws Exception;
    }

    private static void comesBack(Studio studio, Step kill, Step startAgain) throws Exception {
        kill.take();
        await(() -> program(studio).state() == Health.State.TROUBLE);
        pass(studio, 5);
        startAgain.take();
        await(() -> studio.transmitter().status().connected());
        assertThat(program(studio).state()).isEqualTo(Health.State.FINE);
    }

    /// By the clock, from what a listener gets who comes when the server is there again.
    private double lateOnceItIsBack(Icecast server, Studio studio) throws Exception {
        Path file = folder.resolve("back.mp3");
        try (var listener = server.listen(file, studio::position)) {
            minutes(studio, 0.75);
            while (soFar(file).size() < 40) {
                pass(studio, 5);
            }
            Map<Integer, Integer> seconds = soFar(file);
            assertThat(probed(file)).isEqualTo("mp3,48000,1");
            return byClock(listener, seconds, List.copyOf(seconds.keySet()).subList(5, 35));
        }
    }

    /// The middle of many: one piece may be kept back by a busy computer.
    private static double byClock(
            Icecast.Listener listener, Map<Integer, Integer> seconds, List<Integer> chosen) {
        List<Double> late =
                chosen.stream()
                        .map(second -> {
                            int at = Objects.requireNonNull(seconds.get(second));
                            long bytes = Math.round(at / SECOND * 16_000);
                            return listener.positionAt(bytes) / SECOND - second;
                        })
                        .sorted()
                        .toList();
        return late.get(late.size() / 2);
    }

    @Test
    @Tag("long")
    void fiveMinutesOnLiquidsoapTheDelayIsTheOneThatIsSetAndAfterAKillItComesBack(
            TestReporter reporter) throws Exception {
        Harbor harbor = liquidsoap();
        Studio studio = show(harbor.settings(StreamFormat.MP3), Duration.ZERO);
        minutes(studio, 1);
        studio.transmitter().delay(Duration.ofSeconds(7));
        awaitSteady(studio);
        minutes(studio, 4);
        Decoded heard = Decoded.of(Files.copy(harbor.heard(), folder.resolve("so-far.wav")));
        Map<Integer, Integer> seconds = Bursts.find(heard);
        List<Integer> all = List.copyOf(seconds.keySet());
        double bySound = lateness(seconds, all.get(all.size() - 5)) - lateness(seconds, all.get(5));
        reporter.publishEntry(
                "%.1f s on Liquidsoap: delay by sound %.3f s".formatted(heard.seconds(), bySound));
        assertThat(bySound).isCloseTo(7, within(0.05));
        assertThat(all).hasSizeGreaterThan(285);
        comesBack(studio, harbor::kill, harbor::startAgain);
        Files.deleteIfExists(harbor.heard());
        pass(studio, 15);
        harbor.kill();
        assertThat(Bursts.find(Decoded.of(harbor.heard()))).hasSizeGreaterThan(5);
        assertThat(probed(harbor.heard())).startsWith("pcm_");
    }
}
