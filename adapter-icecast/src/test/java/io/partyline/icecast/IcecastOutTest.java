package io.partyline.icecast;

import static io.partyline.icecast.FakeServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.ProgramOut;
import io.partyline.rehearsal.ProgramOutContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IcecastOutTest {
    private static final String GO_ON = "HTTP/1.1 100 Continue";
    private static final float[] FRAME = new float[Frames.SAMPLES];

    private final FakeServer server = new FakeServer(GO_ON);
    private final IcecastOut out = new IcecastOut(server.settings(StreamFormat.MP3));

    @AfterEach
    void close() {
        out.close();
        server.close();
    }

    @Nested
    class WithAServer extends ProgramOutContract {
        @Override
        protected ProgramOut out() {
            return new IcecastOut(server.settings(StreamFormat.OPUS));
        }
    }

    @Nested
    class WithoutAServer extends ProgramOutContract {
        @Override
        protected ProgramOut out() {
            server.close();
            return new IcecastOut(server.settings(StreamFormat.MP3));
        }
    }

    private void connect() {
        out.begin();
        await(out::connected);
    }

    @Test
    void itAsksAsIcecastWantsToBeAskedAndSendsNeitherLengthNorChunks() {
        connect();
        String login =
                Base64.getEncoder()
                        .encodeToString(
                                ("source:" + FakeServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(server.sources().getFirst().head())
                .startsWith("PUT /live.mp3 HTTP/1.1\r\n")
                .contains(
                        "Authorization: Basic " + login + "\r\n",
                        "Content-Type: audio/mpeg\r\n",
                        "ice-name: The Friday Show\r\n",
                        "ice-public: 0\r\n",
                        "Expect: 100-continue\r\n")
                .doesNotContain("chunked", "Content-Length");
    }

    @ParameterizedTest
    @EnumSource(StreamFormat.class)
    void whatIsPlayedArrives(StreamFormat format) {
        try (var other = new IcecastOut(server.settings(format))) {
            other.begin();
            await(other::connected);
            await(() -> {
                other.play(FRAME);
                return !server.sources().isEmpty()
                        && server.sources().getLast().body().length > 4_000;
            });
            byte[] body = server.sources().getLast().body();
            String begin = new String(body, 0, 4, StandardCharsets.ISO_8859_1);
            assertThat(begin).startsWith(format == StreamFormat.OPUS ? "OggS" : "\u00ff");
        }
    }

    /// A hundred frames of the studio's are 83 of MP3, of 384 bytes each.
    @Test
    void whatWasPlayedIsSentBeforeTheStreamEnds() {
        connect();
        for (int i = 0; i < 100; i++) {
            out.play(FRAME);
        }
        out.close();
        await(() -> server.sources().getFirst().body().length >= 83 * 384);
    }

    @Test
    void aLineThatBreaksIsOpenedAgainForTheSameMount() {
        connect();
        server.sources().getFirst().hangUp();
        await(() -> {
            out.play(FRAME);
            return server.sources().size() > 1;
        });
        await(out::connected);
        assertThat(server.sources().get(1).head()).startsWith("PUT /live.mp3 ");
        assertThat(out.trouble()).isEmpty();
        assertThat(out.lostMs()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.0 401 Authentication Required, password",
        "HTTP/1.0 403 Mountpoint in use, somebody else sends there",
        "HTTP/1.0 404 Not Found, takes nothing at /live.mp3",
        "HTTP/1.0 500 Oh no, status 500",
        "SSH-2.0-OpenSSH_9.2, no stream server"
    })
    void whyAServerDoesNotTakeItIsSaid(String answer, String said) {
        server.answer(answer);
        assertThat(IcecastOut.tried(server.settings(StreamFormat.MP3)))
                .hasValueSatisfying(why -> assertThat(why).contains(said).endsWith("."));
        out.begin();
        await(() -> out.trouble().isPresent());
        assertThat(out.connected()).isFalse();
        out.play(FRAME);
        assertThat(out.lostMs()).isEqualTo(20);
    }

    /// Where nobody listens, and nobody else can begin to.
    @Tag("ci")
    @Test
    void aServerThatSaysNothingIsToldApartFromOneThatIsNotThere() throws IOException {
        server.answer("");
        assertThat(IcecastOut.tried(server.settings(StreamFormat.MP3)))
                .hasValue("The stream server does not answer.");
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(
                            IcecastOut.tried(
                                    FakeServer.settings(StreamFormat.MP3, taken.getLocalPort())))
                    .hasValueSatisfying(why -> assertThat(why).endsWith("cannot be reached."));
        }
    }

    @Tag("ci")
    @Test
    void aServerThatStandsStillDoesNotKeepTheStreamFromEnding() throws IOException {
        server.listenNoMore();
        var stuck = new IcecastOut(server.settings(StreamFormat.MP3), Duration.ofDays(1));
        try (stuck) {
            stuck.begin();
            await(stuck::connected);
            await(() -> {
                stuck.play(FRAME);
                return stuck.lostMs() > 0;
            });
        }
        assertThat(stuck.connected()).isFalse();
    }

    @Test
    void whatWouldBeTakenIsTriedWithoutSendingAnything() {
        assertThat(IcecastOut.tried(server.settings(StreamFormat.MP3))).isEmpty();
        assertThat(server.sources().getFirst().body()).isEmpty();
    }

    @Test
    void aTitleOfAnMp3StreamIsToldBesideIt() {
        connect();
        out.title("Host with Dave & Tony (AI voice)");
        await(() -> server.asked("/admin/metadata").isPresent());
        assertThat(server.asked("/admin/metadata").orElseThrow())
                .contains(
                        "mount=%2Flive.mp3",
                        "song=Host+with+Dave+%26+Tony+%28AI+voice%29", "Authorization: Basic ");
    }

    @Test
    void whoBeginsToListenLaterReadsTheTitleToo() {
        out.title("Host with Dave");
        connect();
        await(() -> server.asked("song=Host+with+Dave").isPresent());
        assertThat(server.sources()).hasSize(1);
    }

    @Test
    void anEndedStreamCanBeginAgain() {
        connect();
        out.end();
        await(() -> !out.connected());
        out.play(FRAME);
        assertThat(out.lostMs()).isZero();
        connect();
        assertThat(server.sources()).hasSize(2);
    }
}
