package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Frames;
import io.partyline.icecast.StreamFormat;
import io.partyline.icecast.StreamSettings;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.rehearsal.Tool;
import io.partyline.studio.Transmission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamPlanTest {
    private static final String SECRET = MarkedSecret.of("stream-plan");

    @TempDir private Path folder;
    private final Map<String, String> given = new HashMap<>();

    private StreamPlan plan() {
        return new StreamPlan(new Lookup(given), folder, "The Friday Show");
    }

    @Test
    void withoutAnAddressThereIsNoStreamAndADumpIsThreeSeconds() {
        Transmission sent = plan().transmission();
        assertThat(sent.out().isOff()).isTrue();
        assertThat(sent.on()).isFalse();
        assertThat(sent.dump()).hasSeconds(3);
    }

    @ParameterizedTest
    @CsvSource({
        "none.pem, cannot be read.",
        "hello.pem, cannot be read as a certificate (PEM).",
        "old.pem, valid from 2020-01-01 to 2020-01-02"
    })
    void aCertificateThatIsNoUseIsRefusedInWords(String file, String why) throws Exception {
        Files.writeString(folder.resolve("hello.pem"), "hello");
        keytool("-genkeypair -keyalg EC -dname CN=radio.example -startdate 2020/01/01 -validity 1");
        keytool("-exportcert -rfc -file " + folder.resolve("old.pem"));
        given.put(
                "PARTYLINE_STREAM_URL", "icecasts://source:%s@127.0.0.1:1/live".formatted(SECRET));
        given.put("PARTYLINE_STREAM_CERTIFICATE", file);
        assertThatThrownBy(() -> plan().transmission())
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll("PARTYLINE_STREAM_CERTIFICATE", file, why);
    }

    private void keytool(String command) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Tool.run(
                "keytool %s -alias own -storepass %s -keystore %s"
                        .formatted(command, SECRET, keys)
                        .split(" "));
    }

    @Test
    void withAnAddressTheProgramIsSentFromTheStart() {
        given.put("PARTYLINE_STREAM_URL", "icecast://source:%s@127.0.0.1:1/live".formatted(SECRET));
        given.put("PARTYLINE_STREAM_DELAY", "7");
        Transmission sent = plan().transmission();
        try (var out = sent.out()) {
            assertThat(out.isOff()).isFalse();
            assertThat(out.name()).isEqualTo("icecast://127.0.0.1:1/live");
            assertThat(sent.on()).isTrue();
            assertThat(sent.delay()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void theRateFollowsTheFormatUnlessItIsSet() {
        given.put("PARTYLINE_STREAM_URL", "icecast://source:%s@127.0.0.1:1/live".formatted(SECRET));
        assertThat(plan().stream().orElseThrow().kbps()).isEqualTo(128);
        given.put("PARTYLINE_STREAM_FORMAT", "opus");
        StreamSettings opus = plan().stream().orElseThrow();
        assertThat(opus.format()).isEqualTo(StreamFormat.OPUS);
        assertThat(opus.kbps()).isEqualTo(96);
        given.put("PARTYLINE_STREAM_BITRATE", "64");
        assertThat(plan().stream().orElseThrow().kbps()).isEqualTo(64);
    }

    @Test
    void anAddressThatIsWrongIsNotRepeated() {
        given.put("PARTYLINE_STREAM_URL", "http://source:%s@127.0.0.1/live".formatted(SECRET));
        assertThatThrownBy(() -> plan().checked())
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("PARTYLINE_STREAM_URL: ")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"48000, 1", "44100, 2", "8000, 1", "22050, 2"})
    void aJingleOfAnyRateIsHeardAtItsPitchAndLength(int rate, int channels) throws IOException {
        wav("bells.wav", rate, channels, rate / 2);
        given.put("PARTYLINE_STREAM_JINGLE", "bells.wav");
        float[] jingle = plan().transmission().jingle().get();
        assertThat(jingle.length).isBetween(24_000 - 64, 24_000);
        double real = 0;
        double imaginary = 0;
        for (int i = 4_800; i < 19_200; i++) {
            double angle = 2 * Math.PI * 1_000 * i / Frames.RATE;
            real += jingle[i] * Math.cos(angle);
            imaginary += jingle[i] * Math.sin(angle);
        }
        assertThat(2 * Math.hypot(real, imaginary) / 14_400).isBetween(0.24, 0.26);
    }

    /// A tone of 1 kHz, a quarter of full scale.
    private void wav(String name, int rate, int channels, int length) throws IOException {
        var bytes = ByteBuffer.allocate(2 * channels * length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                bytes.putShort((short) (8_192 * Math.sin(2 * Math.PI * 1_000 * i / rate)));
            }
        }
        var format = new AudioFormat(rate, 16, channels, true, false);
        var in = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, length);
        AudioSystem.write(in, AudioFileFormat.Type.WAVE, folder.resolve(name).toFile());
    }

    @Test
    void whatIsNoSoundIsRefusedWithItsName() throws IOException {
        given.put("PARTYLINE_STREAM_JINGLE", "bells.wav");
        assertThatThrownBy(() -> plan().checked()).hasMessageContaining("bells.wav");
        Files.writeString(folder.resolve("bells.wav"), "Not a sound.");
        assertThatThrownBy(() -> plan().checked()).hasMessageContaining("as a WAV file");
        wav("bells.wav", 48_000, 1, 3);
        assertThatThrownBy(() -> plan().checked()).hasMessageContaining("no sound in it");
    }
}
