package io.partyline.tts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Turns bytes into samples as they come, in whatever pieces: a sample may come in two, and the
/// head in twenty. For one thread.
final class Decoder {
    private final int rawRate;
    private final ByteArrayOutputStream early = new ByteArrayOutputStream();
    private Optional<SoundHead> head = Optional.empty();
    private byte[] rest = new byte[0];
    private long left;

    /// @param rawRate samples a second if the sound does not say so itself
    Decoder(int rawRate) {
        this.rawRate = rawRate;
    }

    /// Samples a second; empty as long as that is not known.
    Optional<Integer> rate() {
        return head.map(known -> known.form().rate());
    }

    /// The samples that are whole with these bytes.
    float[] decode(byte[] bytes) throws UnreadableException {
        if (head.isPresent()) {
            return samples(head.get().form(), bytes);
        }
        early.writeBytes(bytes);
        return open(false);
    }

    /// Nothing more will come: what has come too short to be told apart is sound all the same.
    float[] end() throws UnreadableException {
        return head.isPresent() || early.size() == 0 ? new float[0] : open(true);
    }

    /// Whether the sound said that there would be more of it.
    boolean cut() {
        return head.isPresent() && head.get().sound() != SoundHead.ENDLESS && left > 0;
    }

    private float[] open(boolean whole) throws UnreadableException {
        byte[] all = early.toByteArray();
        head = SoundHead.read(all, rawRate, whole);
        if (head.isEmpty()) {
            return new float[0];
        }
        early.reset();
        SoundHead known = head.get();
        left = known.sound();
        return samples(known.form(), Arrays.copyOfRange(all, known.length(), all.length));
    }

    /// What stands behind the sound is not heard.
    private float[] samples(SoundForm form, byte[] bytes) {
        int count = (int) Math.min(bytes.length, left);
        left -= count;
        var joined = ByteBuffer.allocate(rest.length + count).order(ByteOrder.LITTLE_ENDIAN);
        joined.put(rest).put(bytes, 0, count).flip();
        var samples = new float[joined.remaining() / form.frameBytes()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = form.read(joined);
        }
        rest = Arrays.copyOfRange(joined.array(), joined.position(), joined.limit());
        return samples;
    }
}
