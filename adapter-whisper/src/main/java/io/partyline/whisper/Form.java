package io.partyline.whisper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The body of a request for a transcription: `multipart/form-data`, with the clip as a WAV file.
final class Form {
    private static final int HEADER = 44;
    private static final int FORMAT = 16;
    private static final short PCM = 1;
    private static final short MONO = 1;
    private static final short BYTES = 2;
    private static final int BITS = 8 * BYTES;

    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /// @param boundary a line that is in none of the parts
    Form(String boundary) {
        this.boundary = boundary;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    Form field(String name, String value) {
        text(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n"
                        .formatted(boundary, name));
        body.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        text("\r\n");
        return this;
    }

    Form file(Clip clip) {
        text(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"speech.wav\"\r\n"
                                .formatted(boundary)
                        + "Content-Type: audio/wav\r\n\r\n");
        body.writeBytes(wav(clip));
        text("\r\n");
        return this;
    }

    byte[] end() {
        text("--%s--\r\n".formatted(boundary));
        return body.toByteArray();
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] wav(Clip clip) {
        int length = clip.samples().length * BYTES;
        ByteBuffer file = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(FORMAT).putShort(PCM).putShort(MONO);
        file.putInt(Clip.RATE).putInt(Clip.RATE * BYTES).putShort(BYTES).putShort((short) BITS);
        file.put(ascii("data")).putInt(length);
        for (short sample : clip.samples()) {
            file.putShort(sample);
        }
        return file.array();
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
