package io.partyline.icecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.rehearsal.MarkedSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamUrlTest {
    private static final String SECRET = MarkedSecret.of("stream-url");

    @Test
    void allOfItIsRead() {
        assertThat(StreamUrl.of("icecasts://me:%s@radio.example:8443/a/b.mp3".formatted(SECRET)))
                .isEqualTo(new StreamUrl(true, "radio.example", 8_443, "/a/b.mp3", "me", SECRET));
    }

    @Test
    void userAndPortMayBeLeftOut() {
        StreamUrl url = StreamUrl.of("icecast://:%s@radio.example/live".formatted(SECRET));
        assertThat(url.user()).isEqualTo("source");
        assertThat(url.port()).isEqualTo(8_000);
    }

    @Test
    void aPasswordMayHoldWhatSeparatesTheRest() {
        StreamUrl url = StreamUrl.of("icecast://source:a:b@c/d+e%20f@radio.example/live");
        assertThat(url.password()).isEqualTo("a:b@c/d+e f");
        assertThat(url.host()).isEqualTo("radio.example");
    }

    @Test
    void nobodySeesThePassword() {
        StreamUrl url = StreamUrl.of("icecast://source:%s@radio.example/live".formatted(SECRET));
        assertThat(url).hasToString("icecast://radio.example:8000/live");
        assertThat(new StreamSettings(url, StreamFormat.MP3, 128, "x").toString())
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "radio.example:8000/live",
                "http://source:%s@radio.example/live",
                "icecast://source:%s@radio.example",
                "icecast://source:%s@radio.example/",
                "icecast://source:@radio.example/live",
                "icecast://radio.example/live",
                "icecast://source:%s@radio.example:0/live",
                "icecast://source:%s@radio.example:65536/live",
                "icecast://source:%s@radio.example/li ve",
                "icecast://source:%s@radio.example/live\r\nX: y"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> StreamUrl.of(text.formatted(SECRET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("icecast://source:password@host:port/mount")
                .hasMessageNotContaining(SECRET);
    }
}
