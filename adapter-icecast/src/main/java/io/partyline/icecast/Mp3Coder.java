package io.partyline.icecast;

import de.sciss.jump3r.lowlevel.LameEncoder;
import io.partyline.audio.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/// MP3 at a constant rate, mono at 48 kHz. Frames of 24 ms, so a frame of the studio's may bring
/// none, one or two; the sound is 23 ms late in the coder.
final class Mp3Coder implements Coder {
    private static final AudioFormat STUDIO = new AudioFormat(Frames.RATE, 16, 1, true, false);

    /// Frames of silence behind which nothing is held any more: the coder is 2,257 samples late.
    private static final int HELD = 4;

    private final OutputStream out;
    private final LameEncoder lame;
    private final byte[] pcm = new byte[2 * Frames.SAMPLES];
    private final byte[] coded;

    Mp3Coder(int kbps, OutputStream out) {
        this.out = out;
        lame =
                new LameEncoder(
                        STUDIO,
                        kbps,
                        LameEncoder.CHANNEL_MODE_MONO,
                        LameEncoder.QUALITY_MIDDLE,
                        false);
        coded = new byte[lame.getMP3BufferSize()];
    }

    @Override
    public void code(float[] frame) throws IOException {
        Pcm.bytes(frame, pcm);
        write(lame.encodeBuffer(pcm, 0, pcm.length, coded));
    }

    private void write(int count) throws IOException {
        if (count > 0) {
            out.write(coded, 0, count);
            out.flush();
        }
    }

    @Override
    public void title(String who) {
        // MP3 has no place for it in the stream.
    }

    @Override
    public boolean tellsTitles() {
        return false;
    }

    /// The library's own way to finish is wrong about its reservoir of bits, and says so where
    /// assertions are on. Silence moves what it still holds out as well.
    @Override
    public void finish() throws IOException {
        Arrays.fill(pcm, (byte) 0);
        for (int i = 0; i < HELD; i++) {
            write(lame.encodeBuffer(pcm, 0, pcm.length, coded));
        }
        lame.close();
    }
}
