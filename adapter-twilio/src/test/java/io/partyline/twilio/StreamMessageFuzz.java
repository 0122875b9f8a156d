package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A message on a stream: it is read, or refused as one; the quick reader reads it as the JSON
/// library does; its sound is as long as it may be.
public final class StreamMessageFuzz {
    private StreamMessageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Optional<StreamMessage.Media> quick = MediaScan.read(text);
        try {
            StreamMessage message = StreamMessages.parse(text);
            quick.ifPresent(scanned -> assertThat(message).isEqualTo(scanned));
            if (message instanceof StreamMessage.Media media) {
                heard(media.payload());
            }
        } catch (BadMessageException refused) {
            assertThat(quick).isEmpty();
            assertThat(refused).hasMessageStartingWith("A message on the stream");
        }
    }

    private static void heard(Payload payload) {
        byte[] codes = new byte[payload.mostBytes()];
        try {
            assertThat(payload.decode(codes)).isBetween(0, codes.length);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessage("The audio in a message is not base64.");
        }
    }
}
