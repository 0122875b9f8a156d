package io.partyline.soundfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;

/// MP3 files, and their elder relatives, decoded by JLayer; without what the encoder has added at
/// both ends, if it says how much that is ([Mp3Start]).
///
/// A frame that is damaged is silence of its length.
final class Mp3 implements Decoder {
    /// Damaged frames in a row after which nothing is left to be hoped for: a second and more.
    private static final int MOST_DAMAGED = 50;

    private final InputStream in;
    private final Tags tags;
    private final Mp3Start start;
    private final OptionalLong samples;
    private final Bitstream stream;
    private final javazoom.jl.decoder.Decoder decoder = new javazoom.jl.decoder.Decoder();
    private final Mean decoded = new Mean();
    private long skip;
    private long left;
    private int at;
    private int damaged;

    /// @param in at the file's beginning; must know `mark`; closed with this
    /// @param bytes how long the file is
    /// @param behind what stands behind the sound
    Mp3(InputStream in, long bytes, Tags behind) throws IOException {
        this.in = in;
        tags = Id3.inFront(in).or(behind);
        start = Mp3Start.look(in);
        skip = start.before();
        OptionalLong told = start.samples();
        left = told.orElse(Long.MAX_VALUE);
        samples = told.isPresent() ? told : OptionalLong.of(start.about(bytes));
        stream = new Bitstream(in);
        decoder.setOutputBuffer(decoded);
    }

    @Override
    public int rate() {
        return start.frame().rate();
    }

    @Override
    public OptionalLong samples() {
        return samples;
    }

    @Override
    public Tags tags() {
        return tags;
    }

    @Override
    public int read(float[] into) throws IOException {
        while (left > 0 && (at < decoded.count() || next())) {
            int skipped = (int) Math.min(skip, decoded.count() - at);
            skip -= skipped;
            at += skipped;
            int count = (int) Math.min(left, Math.min(into.length, decoded.count() - at));
            if (count > 0) {
                decoded.copy(at, into, count);
                at += count;
                left -= count;
                return count;
            }
        }
        return -1;
    }

    /// @return whether there is another frame
    private boolean next() throws IOException {
        Header header = header();
        if (header == null) {
            return false;
        }
        if (header.frequency() != rate()) {
            throw new BrokenSoundException("it changes its sample rate in the middle");
        }
        at = 0;
        decoded.begin();
        try {
            decoder.decodeFrame(header, stream);
            damaged = 0;
        } catch (DecoderException | ArrayIndexOutOfBoundsException wrong) {
            damage(wrong);
            decoded.silence(start.frame().samples());
        } finally {
            stream.closeFrame();
        }
        return true;
    }

    @SuppressWarnings("NullAway") // The library says so by null.
    private Header header() throws IOException {
        while (true) {
            try {
                return stream.readFrame();
            } catch (BitstreamException wrong) {
                damage(wrong);
                stream.closeFrame();
            }
        }
    }

    private void damage(Exception wrong) throws BrokenSoundException {
        damaged++;
        if (damaged > MOST_DAMAGED) {
            throw new BrokenSoundException("it is damaged", wrong);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// Takes what the library decodes, 32 samples of a channel at a time, and keeps the mean of the
    /// channels.
    private static final class Mean extends Obuffer {
        /// What the library takes for full scale.
        private static final float FULL_SCALE = 32_700;

        private final float[][] channels = new float[MAXCHANNELS][OBUFFERSIZE];
        private final int[] counts = new int[MAXCHANNELS];

        private void begin() {
            counts[0] = 0;
            counts[1] = 0;
        }

        private void silence(int samples) {
            begin();
            for (int i = 0; i < samples; i++) {
                append(0, (short) 0);
            }
        }

        private int count() {
            return counts[0];
        }

        private void copy(int from, float[] into, int count) {
            boolean both = counts[1] >= counts[0];
            for (int i = 0; i < count; i++) {
                float first = channels[0][from + i];
                float sample = both ? (first + channels[1][from + i]) / 2 : first;
                into[i] = Samples.sound(sample / FULL_SCALE);
            }
        }

        @Override
        public void appendSamples(int channel, float[] samples) {
            for (int i = 0; i < 32; i++) {
                add(channel, samples[i]);
            }
        }

        @Override
        public void append(int channel, short value) {
            add(channel, value);
        }

        private void add(int channel, float value) {
            if (counts[channel] < OBUFFERSIZE) {
                channels[channel][counts[channel]++] = value;
            }
        }

        @Override
        public void write_buffer(int value) {}

        @Override
        public void close() {}

        @Override
        public void clear_buffer() {}

        @Override
        public void set_stop_flag() {}
    }
}
