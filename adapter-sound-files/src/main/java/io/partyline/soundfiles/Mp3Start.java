package io.partyline.soundfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/// How the sound of an MP3 file begins: its first frame, and what the encoder says in it of how
/// much of the sound is its own doing.
///
/// An encoder puts some silence in front and fills up the last frame; in a loop both are a gap. If
/// it says how much (the head that Xing made up, with LAME's fields in it), both are left out. A
/// decoder is late besides, by 529 samples. (gabriel.mp3-tech.org, "Mp3 info tag specification".)
///
/// @param frame the first frame
/// @param told the encoder's words, if they are there
record Mp3Start(Mp3Frame frame, Optional<Told> told) {
    /// @param frames how many follow; -1 if it is not said
    /// @param before samples that the encoder has put in front
    /// @param behind samples that it has put behind
    record Told(long frames, int before, int behind) {}

    /// The first frame is looked for in so many bytes.
    static final int NEAR = 64 * 1024;

    private static final int DECODER_DELAY = 529;
    private static final int FRAMES_TOLD = 1;
    private static final int BYTES_TOLD = 2;
    private static final int PLACES_TOLD = 4;
    private static final int QUALITY_TOLD = 8;
    private static final int PLACES = 100;

    /// From the encoder's name to its two numbers.
    private static final int TO_DELAYS = 21;

    /// Looks at what comes, and leaves it there.
    ///
    /// @param in must know `mark`
    /// @throws BrokenSoundException if it is no MP3
    static Mp3Start look(InputStream in) throws IOException {
        in.mark(NEAR);
        byte[] bytes = in.readNBytes(NEAR);
        in.reset();
        for (int at = 0; at + 4 <= bytes.length; at++) {
            Optional<Mp3Frame> frame = Mp3Frame.at(bytes, at);
            if (frame.isPresent() && goesOn(bytes, at, frame.get())) {
                return new Mp3Start(frame.get(), told(bytes, at, frame.get()));
            }
        }
        throw new BrokenSoundException("it is none of MP3, Ogg Vorbis, FLAC and WAV");
    }

    /// Any two bytes may look like a head; another of the same kind behind it is no accident.
    private static boolean goesOn(byte[] bytes, int at, Mp3Frame frame) {
        int next = at + frame.bytes();
        if (next + 4 > bytes.length) {
            return bytes.length < NEAR && next <= bytes.length;
        }
        return Mp3Frame.at(bytes, next)
                .filter(other -> other.version() == frame.version())
                .filter(other -> other.layer() == frame.layer() && other.rate() == frame.rate())
                .isPresent();
    }

    private static Optional<Told> told(byte[] bytes, int at, Mp3Frame frame) {
        int words = at + 4 + frame.sideBytes();
        int end = Math.min(bytes.length, at + frame.bytes());
        if (words + 8 > end) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes, words, end - words).slice();
        int mark = head.getInt();
        boolean there = mark == 0x58696E67 || mark == 0x496E666F;
        return there ? Optional.of(told(head)) : Optional.empty();
    }

    /// Behind "Xing" or "Info".
    private static Told told(ByteBuffer head) {
        int flags = head.getInt();
        long frames = (flags & FRAMES_TOLD) != 0 ? uint(head) : -1;
        int skipped =
                ((flags & BYTES_TOLD) != 0 ? 4 : 0)
                        + ((flags & PLACES_TOLD) != 0 ? PLACES : 0)
                        + ((flags & QUALITY_TOLD) != 0 ? 4 : 0);
        int delays = head.position() + skipped + TO_DELAYS;
        if (delays + 3 > head.limit()) {
            return new Told(frames, 0, 0);
        }
        int three =
                (head.get(delays) & 0xFF) << 16
                        | (head.get(delays + 1) & 0xFF) << 8
                        | (head.get(delays + 2) & 0xFF);
        return new Told(frames, three >> 12, three & 0xFFF);
    }

    private static long uint(ByteBuffer head) {
        return head.remaining() < 4 ? -1 : head.getInt() & 0xFFFF_FFFFL;
    }

    /// Samples at the beginning of what is decoded that are not the piece's. The encoder's words
    /// stand in a frame of their own, which is decoded too.
    long before() {
        return told.map(words ->
                        frame.samples()
                                + (words.before > 0 ? words.before + (long) DECODER_DELAY : 0))
                .orElse(0L);
    }

    /// How many samples the piece has, if the encoder says so.
    OptionalLong samples() {
        return told.filter(words -> words.frames > 0)
                .map(words ->
                        OptionalLong.of(
                                Math.max(
                                        0,
                                        words.frames * frame.samples()
                                                - words.before
                                                - words.behind)))
                .orElse(OptionalLong.empty());
    }

    /// How many there are about, in a file whose frames are all like the first.
    long about(long bytes) {
        return bytes * 8 * frame.rate() / frame.bitrate();
    }
}
