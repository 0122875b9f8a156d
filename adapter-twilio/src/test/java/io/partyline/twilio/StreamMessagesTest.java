package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamMessagesTest {
    private static final String MEDIA =
            """
            {"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2",\
            "timestamp":"122","payload":"//8="},"streamSid":"MZ1"}\
            """;
    private static final String START =
            """
            {"event":"start","sequenceNumber":"1","start":{"accountSid":"AC1","streamSid":"MZ1",\
            "callSid":"CA1","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw",\
            "sampleRate":8000,"channels":1},"customParameters":{"token":"abc","more":"x"}},\
            "streamSid":"MZ1"}\
            """;

    @Test
    void eachMessageIsRead() {
        assertThat(StreamMessages.read(MEDIA))
                .isEqualTo(new StreamMessage.Media(true, 2, 122, Payload.of("//8=")));
        assertThat(StreamMessages.read(START))
                .isEqualTo(new StreamMessage.Start("MZ1", "AC1", "CA1", "abc", true));
        assertThat(StreamMessages.read("{\"event\":\"connected\",\"protocol\":\"Call\"}"))
                .isEqualTo(new StreamMessage.Connected());
        assertThat(StreamMessages.read("{\"event\":\"mark\",\"mark\":{\"name\":\"m\"}}"))
                .isEqualTo(new StreamMessage.Mark("m"));
        assertThat(
                        StreamMessages.read(
                                "{\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"5\"},\"event\":\"dtmf\"}"))
                .isEqualTo(new StreamMessage.Dtmf("5"));
        assertThat(StreamMessages.read("{\"streamSid\":\"MZ1\",\"event\":\"stop\",\"stop\":{}}"))
                .isEqualTo(new StreamMessage.Stop());
        assertThat(StreamMessages.read("{\"event\":\"video\"}"))
                .isEqualTo(new StreamMessage.Unknown());
        assertThat(StreamMessages.read("")).isEqualTo(new StreamMessage.Unknown());
    }

    @Test
    void countersAreReadWhateverTheyAreWrittenAs() {
        String numbers = MEDIA.replace("\"2\"", "2").replace("\"122\"", "122");
        assertThat(StreamMessages.read(numbers)).isEqualTo(StreamMessages.read(MEDIA));
        String odd = MEDIA.replace("\"2\"", "\"two\"").replace("\"122\"", "\"9999999999999999\"");
        assertThat(StreamMessages.read(odd))
                .isEqualTo(new StreamMessage.Media(true, -1, -1, Payload.of("//8=")));
    }

    @Test
    void audioOfAnotherKindIsNotThePhones() {
        String wide = START.replace("8000", "16000");
        assertThat(((StreamMessage.Start) StreamMessages.read(wide)).phone()).isFalse();
        String linear = START.replace("audio/x-mulaw", "audio/x-l16");
        assertThat(((StreamMessage.Start) StreamMessages.read(linear)).phone()).isFalse();
    }

    @Test
    void aStartThatSaysNoMoreThanItMustIsThePhones() {
        assertThat(
                        StreamMessages.read(
                                """
                                {"event":"start","streamSid":"MZ1","start":{"callSid":"CA1",\
                                "customParameters":{"token":"abc"}}}\
                                """))
                .isEqualTo(new StreamMessage.Start("MZ1", "", "CA1", "abc", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUDIO/X-MULAW",
                "Audio/X-MuLaw",
                "audio/x-mulaw;rate=8000",
                "audio/x-mulaw ; rate=8000",
                "audio/PCMU",
                "audio/basic"
            })
    void theNameOfTheAudioIsReadAsMediaTypesAre(String name) {
        String start = START.replace("audio/x-mulaw", name);
        assertThat(((StreamMessage.Start) StreamMessages.read(start)).phone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEDIA", "Media"})
    void theWordsOfTheProtocolMeanTheSameInCapitals(String word) {
        String loud = MEDIA.replace("\"media\",\"seq", "\"" + word + "\",\"seq");
        assertThat(StreamMessages.read(loud.replace("inbound", "INBOUND")))
                .isEqualTo(StreamMessages.read(MEDIA));
        assertThat(StreamMessages.read("{\"event\":\"Stop\"}")).isEqualTo(new StreamMessage.Stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "{\"event\":\"a\",\"event\":\"b\"}", "{} {}", "nothing"})
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> StreamMessages.read(text)).isInstanceOf(BadMessageException.class);
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThatThrownBy(() -> StreamMessages.read("[".repeat(9) + "]".repeat(9)))
                .isInstanceOf(BadMessageException.class);
        String longText = "{\"event\":\"" + "x".repeat(13_000) + "\"}";
        assertThatThrownBy(() -> StreamMessages.read(longText))
                .isInstanceOf(BadMessageException.class);
        String muchAudio = MEDIA.replace("//8=", "A".repeat(4100));
        assertThatThrownBy(() -> StreamMessages.read(muchAudio))
                .isInstanceOf(BadMessageException.class);
    }

    @Test
    void aDamagedMessageIsReadOrRefusedAndNeverAnythingElse() {
        Random random = new Random(17);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? MEDIA : START);
            for (int i = 0; i <= random.nextInt(4); i++) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x250));
            }
            try {
                assertThat(StreamMessages.read(text.toString())).isNotNull();
            } catch (BadMessageException e) {
                assertThat(e.getMessage()).startsWith("A message on the stream ");
            }
        }
    }
}
