package io.partyline.tts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What stands before the first sample.
///
/// @param form how the samples lie
/// @param length bytes of the head itself
/// @param sound bytes of sound behind it; [#ENDLESS] if that was not known when it was written
record SoundHead(SoundForm form, int length, long sound) {
    static final long ENDLESS = Long.MAX_VALUE;

    /// Longer heads are none. Pictures and lyrics would fit.
    private static final int LONGEST = 1 << 20;

    /// Enough to tell what kind of bytes these are.
    private static final int KIND = 4;

    private static final int RIFF = 12;
    private static final int CHUNK = 8;
    private static final int SHORTEST_FORM = 16;
    private static final int PLAIN = 1;
    private static final int FLOATING = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    /// Where the extensible form keeps the number that the plain one begins with.
    private static final int EXTENSION = 24;

    /// A program that writes into a pipe cannot know the length, and puts the largest that it can
    /// think of, or nothing.
    private static final long UNTRUE = 0x7F000000L;

    /// Reads a head as far as it has come.
    ///
    /// @param bytes all that has come
    /// @param rawRate what holds if there is no head at all
    /// @param whole whether nothing more will come
    /// @return empty if more is needed to tell
    static Optional<SoundHead> read(byte[] bytes, int rawRate, boolean whole)
            throws UnreadableException {
        if (bytes.length < KIND) {
            return whole ? Optional.of(none(rawRate)) : Optional.empty();
        }
        String kind = new String(bytes, 0, KIND, StandardCharsets.ISO_8859_1);
        if (!"RIFF".equals(kind)) {
            refuse(kind);
            return Optional.of(none(rawRate));
        }
        Optional<SoundHead> head = wave(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        if (head.isEmpty() && (whole || bytes.length > LONGEST)) {
            throw new UnreadableException("a sound file without sound");
        }
        return head;
    }

    private static SoundHead none(int rawRate) {
        return new SoundHead(SoundForm.raw(rawRate), 0, ENDLESS);
    }

    private static void refuse(String kind) throws UnreadableException {
        switch (kind) {
            case "OggS" -> throw new UnreadableException("an Ogg file");
            case "fLaC" -> throw new UnreadableException("a FLAC file");
            case "FORM" -> throw new UnreadableException("an AIFF file");
            default -> {
                if (kind.startsWith("ID3")) {
                    throw new UnreadableException("an MP3");
                }
                if (kind.matches("<[!?a-zA-Z][\\p{Print}\\s]{2}")) {
                    throw new UnreadableException("a web page");
                }
                if (kind.matches("\\{\\s*[\"}\\s][\\p{Print}\\s]*")) {
                    throw new UnreadableException("text");
                }
            }
        }
    }

    private static Optional<SoundHead> wave(ByteBuffer bytes) throws UnreadableException {
        Optional<SoundForm> form = Optional.empty();
        long at = RIFF;
        while (at + CHUNK <= bytes.limit()) {
            int chunk = bytes.getInt((int) at);
            long size = bytes.getInt((int) at + KIND) & 0xFFFFFFFFL;
            at += CHUNK;
            if (chunk == word("data")) {
                return Optional.of(head(form, at, size));
            }
            if (chunk == word("fmt ")) {
                if (at + Math.max(size, SHORTEST_FORM) > bytes.limit()) {
                    return Optional.empty();
                }
                form = Optional.of(form(bytes, (int) at, size));
            }
            at += size + size % 2;
        }
        return Optional.empty();
    }

    private static SoundHead head(Optional<SoundForm> form, long length, long size)
            throws UnreadableException {
        SoundForm known =
                form.orElseThrow(() -> new UnreadableException("a sound file without a form"));
        return new SoundHead(known, (int) length, size == 0 || size >= UNTRUE ? ENDLESS : size);
    }

    private static SoundForm form(ByteBuffer bytes, int at, long size) throws UnreadableException {
        int kind = bytes.getShort(at) & 0xFFFF;
        if (kind == EXTENSIBLE && size >= EXTENSION + 2) {
            kind = bytes.getShort(at + EXTENSION) & 0xFFFF;
        }
        if (kind != PLAIN && kind != FLOATING) {
            throw new UnreadableException("packed sound (kind %d)".formatted(kind));
        }
        return new SoundForm(
                        bytes.getInt(at + 4),
                        bytes.getShort(at + 2) & 0xFFFF,
                        bytes.getShort(at + 14) & 0xFFFF,
                        kind == FLOATING)
                .checked();
    }

    private static int word(String four) {
        return ByteBuffer.wrap(four.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
