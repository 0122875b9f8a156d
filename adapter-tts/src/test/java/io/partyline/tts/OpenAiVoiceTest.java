package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.data.Offset.offset;

import io.partyline.port.SpeechStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiVoiceTest {
    private static final String TEXT = "It was a long day on the river.";
    private static final double SECONDS = TEXT.length() / 15.0;

    private final List<Integer> counted = new ArrayList<>();

    private OpenAiVoice voice(VoiceServer server) {
        return new OpenAiVoice(server, Casting.open(), counted::add);
    }

    private float[] sound(Studio studio) {
        return sound(studio.server());
    }

    private float[] sound(VoiceServer server) {
        return Tones.all(voice(server).speak(TEXT, "nova"));
    }

    private String sentence(Studio studio) {
        return sentence(studio.server());
    }

    private String sentence(VoiceServer server) {
        return String.valueOf(catchThrowable(() -> sound(server)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4_096})
    void theSoundIsTheSameWhateverThePiecesAre(int piece) throws IOException {
        try (var studio = Studio.speaking(24_000, piece);
                var whole = Studio.speaking(24_000, 1_000_000)) {
            float[] sound = sound(studio);
            assertThat(sound).isEqualTo(sound(whole));
            assertThat(sound.length / 48_000.0).isCloseTo(SECONDS, offset(0.05));
            assertThat(Tones.pitch(sound, 48_000)).isCloseTo(Tones.HZ, offset(3.0));
            assertThat(Tones.decibels(sound)).isCloseTo(-20, offset(2.0));
        }
    }

    @Test
    void itIsAskedForBareSamplesInTheVoice() throws Exception {
        try (var studio = Studio.speaking(24_000, 4_096)) {
            sound(studio);
            var asked = studio.asked();
            assertThat(asked.head())
                    .startsWith("POST /v1/audio/speech HTTP/1.1")
                    .contains("Authorization: Bearer " + Studio.KEY);
            assertThat(asked.body())
                    .isEqualTo(
                            "{\"model\":\"owl-tts\",\"input\":\"%s\",\"voice\":\"nova\",\"response_format\":\"pcm\"}"
                                    .formatted(TEXT));
        }
    }

    @ParameterizedTest(name = "{0} a second, head says {1}, {2} bytes before")
    @CsvSource({
        "16000, -1, 0",
        "22050, 0, 0",
        "24000, 4294967295, 26",
        "44100, 2147479588, 5000",
        "48000, -1, 70000"
    })
    void aServerThatSendsAFileAllTheSameIsUnderstood(int rate, long size, int junk)
            throws IOException {
        byte[] pcm = Tones.pcm(rate, SECONDS);
        byte[] file = Tones.wav(rate, pcm, size < 0 ? pcm.length : size, junk);
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/wav");
                    mouth.say(file, 997);
                    mouth.end();
                };
        try (var studio = new Studio(manner)) {
            float[] sound = sound(studio);
            assertThat(sound.length / 48_000.0).isCloseTo(SECONDS, offset(0.05));
            assertThat(Tones.pitch(sound, 48_000)).isCloseTo(Tones.HZ, offset(3.0));
        }
    }

    @Test
    void theFirstSoundIsThereBeforeTheLastIsMade() throws Exception {
        var heard = new CountDownLatch(1);
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(Tones.pcm(24_000, 0.5), 4_096);
                    await(heard);
                    mouth.say(Tones.pcm(24_000, 0.5), 4_096);
                    mouth.end();
                };
        try (var studio = new Studio(manner);
                SpeechStream speech = voice(studio.server()).speak(TEXT, "nova")) {
            assertThat(speech.read(new float[100])).isEqualTo(100);
            heard.countDown();
            assertThat(Tones.all(speech).length / 48_000.0).isCloseTo(1, offset(0.05));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "301 |                                               | has moved",
                "400 | {\"error\":{\"code\":\"string_too_long\"}}    | (error 400, string_too_long)",
                "400 | {\"error\":{\"code\":\"invalid_voice\"}}      | does not know the voice \"nova\"",
                "401 | {}                                            | check PARTYLINE_TTS_API_KEY",
                "401 | {\"detail\":{\"status\":\"quota_exceeded\"}}  | no credit left",
                "402 | {}                                            | no credit left",
                "404 | {}                                            | does not know the model \"owl-tts\"",
                "429 | {\"error\":{\"type\":\"requests\"}}           | too many sentences",
                "429 | {\"error\":{\"code\":\"insufficient_quota\"}} | no credit left",
                "500 | {}                                            | out of order (error 500)",
                "503 | <html>no</html>                               | out of order (error 503)"
            })
    void aRefusalIsPutInTheHostsWords(int status, String body, String words) throws IOException {
        try (var studio = Studio.refusing(status, "application/json", body == null ? "" : body)) {
            assertThat(sentence(studio))
                    .startsWith("The voice at 127.0.0.1:")
                    .contains(words)
                    .endsWith(".");
            assertThat(counted).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json         | {\"error\":{\"code\":\"model_overloaded\"}} | text instead of sound (model_overloaded)",
                "application/octet-stream | {\"error\":{\"code\":\"model_overloaded\"}} | text instead of sound",
                "text/html                | <!DOCTYPE html><p>Hello                     | text instead of sound",
                "audio/pcm                | <!DOCTYPE html><p>Hello                     | a web page instead of sound",
                "audio/mpeg               | ID3xxxxxxxxxxxxxxxxxxxxxxxxx                | an MP3 instead of sound",
                "audio/ogg                | OggSxxxxxxxxxxxxxxxxxxxxxxxx                | an Ogg file instead of sound",
                "audio/wav                | RIFFxxxxWAVELISTxxxx                        | a sound file without sound instead of sound"
            })
    void anAnswerThatIsNoSoundIsCalledSo(String type, String body, String words)
            throws IOException {
        try (var studio = Studio.refusing(200, type, body)) {
            assertThat(sentence(studio)).startsWith("The voice at 127.0.0.1:").contains(words);
        }
    }

    @Test
    void aSentenceThatBreaksOffIsNotTakenForWhole() throws IOException {
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(Tones.pcm(24_000, 0.5), 4_096);
                    throw new IOException("cut");
                };
        try (var studio = new Studio(manner)) {
            assertThat(sentence(studio)).contains("broke off in mid-sentence.");
        }
    }

    @Test
    void aFileThatIsShorterThanItSaysBrokeOff() throws IOException {
        byte[] pcm = Tones.pcm(24_000, 0.5);
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/wav");
                    mouth.say(Tones.wav(24_000, pcm, 2L * pcm.length, 0), 4_096);
                    mouth.end();
                };
        try (var studio = new Studio(manner)) {
            assertThat(sentence(studio)).contains("broke off in mid-sentence.");
        }
    }

    @Test
    void aVoiceThatDoesNotBeginInTimeIsGivenUp() throws Exception {
        try (var studio = new Studio((_, mouth) -> mouth.stall())) {
            var hasty =
                    new Patience(
                            Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(1));
            assertThat(sentence(studio.server(hasty))).contains("did not begin within 3 seconds.");
            assertThat(studio.hungUp()).isTrue();
            assertThat(counted).isEmpty();
        }
    }

    @Test
    void aVoiceThatStandsStillIsGivenUp() throws Exception {
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(Tones.pcm(24_000, 0.5), 4_096);
                    mouth.stall();
                };
        try (var studio = new Studio(manner)) {
            var hasty =
                    new Patience(
                            Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofMinutes(1));
            assertThat(sentence(studio.server(hasty))).contains("stood still for 300 milliseconds");
            assertThat(studio.hungUp()).isTrue();
        }
    }

    @Test
    void anAnswerWithoutSoundIsCalledSo() throws IOException {
        Studio.Manner silent =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(new byte[48_000], 4_096);
                    mouth.end();
                };
        try (var studio = new Studio(silent)) {
            assertThat(sentence(studio)).contains("nothing can be heard");
        }
    }

    @Test
    void aServerThatIsNotThereIsCalledSo() throws IOException {
        var studio = Studio.speaking(24_000, 4_096);
        studio.close();
        assertThat(sentence(studio)).contains("cannot be reached: is it running");
    }

    @Test
    void closingWakesTheReaderAndHangsUpWhileTheServerIsSilent() throws Exception {
        try (var studio = new Studio((_, mouth) -> mouth.stall())) {
            SpeechStream speech = voice(studio.server()).speak(TEXT, "nova");
            var reader =
                    CompletableFuture.supplyAsync(
                            () -> speech.read(new float[100]),
                            task -> Thread.ofVirtual().start(task));
            studio.asked();
            speech.close();
            assertThat(reader.get(1, TimeUnit.MINUTES)).isEqualTo(-1);
            assertThat(studio.hungUp()).isTrue();
        }
    }

    @Test
    void charactersAreCountedOnceSoundHasCome() throws IOException {
        try (var studio = Studio.speaking(24_000, 4_096)) {
            sound(studio);
            Tones.all(voice(studio.server()).speak("... !", "nova"));
            assertThat(counted).containsExactly(TEXT.length());
        }
    }

    @Test
    void silenceAtTheEndsAndAConstantAreTakenOut() throws IOException {
        byte[] quiet = new byte[24_000];
        byte[] pcm =
                Tones.joined(
                        quiet,
                        Tones.pcm(24_000, 1, 0.02, 0),
                        new byte[14_400],
                        Tones.pcm(24_000, 1, 0.02, 0),
                        quiet);
        for (int i = 0; i < pcm.length; i += 2) {
            int shifted = (short) ((pcm[i] & 0xFF) | (pcm[i + 1] << 8)) + 1_000;
            pcm[i] = (byte) shifted;
            pcm[i + 1] = (byte) (shifted >> 8);
        }
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(pcm, 4_096);
                    mouth.end();
                };
        try (var studio = new Studio(manner)) {
            float[] sound = sound(studio);
            assertThat(Math.abs(Tones.constant(sound))).isLessThan(0.002);
            assertThat(Tones.silentEnds(sound)[1] / 48.0).isLessThan(40);
            assertThat(sound.length / 48_000.0).isBetween(2.25, 2.5);
            assertThat(Tones.decibels(sound)).isBetween(-23.0, -18.0);
        }
    }

    @Test
    void nothingIsEverClipped() throws IOException {
        byte[] loudLater =
                Tones.joined(Tones.pcm(24_000, 0.5, 0.02, 0), Tones.pcm(24_000, 1, 1.0, 0));
        Studio.Manner manner =
                (_, mouth) -> {
                    mouth.begin(200, "audio/pcm");
                    mouth.say(loudLater, 4_096);
                    mouth.end();
                };
        try (var studio = new Studio(manner)) {
            assertThat(Tones.peak(sound(studio))).isLessThan(0.71);
        }
    }

    @Test
    void theKeyIsNowhereToBeSeenEvenIfTheServerRepeatsIt() throws IOException {
        String body =
                "{\"error\":{\"message\":\"bad key %s\",\"code\":\"invalid_api_key\"}}"
                        .formatted(Studio.KEY);
        try (var studio = Studio.refusing(401, "application/json", body)) {
            var trace = new StringWriter();
            catchThrowable(() -> sound(studio)).printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Studio.KEY).contains("API_KEY");
            assertThat(studio.server().toString()).doesNotContain(Studio.KEY).contains("hidden");
        }
    }

    @Test
    void aKeyIsNotSentWhereItCouldBeRead() {
        var key = Optional.of(new VoiceKey(Studio.KEY));
        var plain = VoiceServer.address("http://voice.example/v1/");
        assertThatThrownBy(() -> new VoiceServer(plain, key, "owl", Patience.NETWORK))
                .hasMessageContaining("PARTYLINE_TTS_BASE_URL is not https")
                .hasMessageNotContaining(Studio.KEY);
        assertThatThrownBy(() -> VoiceServer.address("https://me:secret@voice.example"))
                .hasMessageContaining("PARTYLINE_TTS_BASE_URL")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new VoiceKey("two words")).hasMessageNotContaining("two words");
    }

    @Test
    void everyKindOfSampleIsRead() throws Exception {
        byte[] head = Tones.wav(8_000, new byte[0], 0, 0);
        var decoder = new Decoder(24_000);
        byte[] stereo = Arrays.copyOf(head, 44);
        stereo[22] = 2;
        stereo[34] = 24;
        byte[] frame = {0, 0, 0x40, 0, 0, (byte) 0xC0, 0, 0, 0x40, 0, 0, 0x40};
        float[] samples = decoder.decode(Tones.joined(stereo, frame));
        assertThat(samples).containsExactly(0f, 0.5f);
        assertThat(decoder.rate()).contains(8_000);
        assertThat(new String(head, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    }
}
