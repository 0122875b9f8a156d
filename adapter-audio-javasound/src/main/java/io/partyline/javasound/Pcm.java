package io.partyline.javasound;

/// Signed little-endian samples, as devices take and give them, a few channels interleaved.
///
/// Real-time: converting allocates nothing.
///
/// @param channels in one frame of bytes
/// @param width bytes a sample, 2 to 4
record Pcm(int channels, int width) {
    private static final int BYTE = 8;

    int frameBytes() {
        return channels * width;
    }

    /// Writes `count` samples of each source. Channels without a source are silent, sources without
    /// a channel are left out; what is beyond full scale is cut.
    void write(float[][] sources, int count, byte[] into) {
        for (int channel = 0; channel < channels; channel++) {
            if (channel < sources.length) {
                write(sources[channel], count, into, channel * width);
            } else {
                silence(count, into, channel * width);
            }
        }
    }

    private void write(float[] source, int count, byte[] into, int offset) {
        double full = full();
        long most = (long) full - 1;
        for (int i = 0, at = offset; i < count; i++, at += frameBytes()) {
            long sample = Math.clamp(Math.round(source[i] * full), -most - 1, most);
            for (int b = 0; b < width; b++) {
                into[at + b] = (byte) (sample >> (BYTE * b));
            }
        }
    }

    private void silence(int count, byte[] into, int offset) {
        for (int i = 0, at = offset; i < count; i++, at += frameBytes()) {
            for (int b = 0; b < width; b++) {
                into[at + b] = 0;
            }
        }
    }

    /// Reads `count` samples of the first channel: a microphone at a mixing desk is on the first
    /// input alone, and one in stereo has nearly the same in both.
    void readFirst(byte[] from, int count, float[] into) {
        float step = (float) (1 / full());
        for (int i = 0, at = 0; i < count; i++, at += frameBytes()) {
            int sample = from[at + width - 1];
            for (int b = width - 2; b >= 0; b--) {
                sample = (sample << BYTE) | (from[at + b] & 0xff);
            }
            into[i] = sample * step;
        }
    }

    /// One more than the greatest sample.
    private double full() {
        return Math.scalb(1.0, BYTE * width - 1);
    }
}
