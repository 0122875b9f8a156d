package io.partyline.carrier.stream;

import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.sound.Mulaw;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The carrier's buffer of what the show sent: played at 8 kHz, with marks between, and emptied by
/// `clear`.
///
/// Safe for use by two threads at once, one that fills and one that plays.
final class Playout {
    /// Audio waiting beyond this is thrown away. The real limit is not documented; this is ten
    /// minutes.
    private static final int LIMIT = 8_000 * 600;

    /// Audio kept for looking at afterwards: an hour.
    private static final int KEPT = 8_000 * 3_600;

    private record Mark(String name, long position) {}

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final List<Heard.Arrival> arrivals = new ArrayList<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private int usedOfFirst;
    private long written;
    private long played;
    private long spoken;
    private int clears;

    /// Takes audio at the end of the buffer; false if it had to be thrown away.
    synchronized boolean add(byte[] mulaw, Instant now) {
        if (written - played + mulaw.length > LIMIT) {
            return false;
        }
        if (written < KEPT) {
            arrivals.add(new Heard.Arrival(now, mulaw.length, written - played, heard.size()));
        }
        waiting.addLast(mulaw);
        written += mulaw.length;
        return true;
    }

    /// Sets a mark behind all that waits, and gives the marks that are due at once.
    synchronized List<String> mark(String name) {
        marks.addLast(new Mark(name, written));
        return due();
    }

    /// Forgets all that waits, and gives every mark that was still to come.
    synchronized List<String> clear() {
        waiting.clear();
        usedOfFirst = 0;
        played = written;
        clears++;
        return due();
    }

    /// Plays the next so many bytes, and gives the marks that were reached.
    synchronized List<String> play(int bytes) {
        byte[] frame = new byte[bytes];
        Arrays.fill(frame, Mulaw.SILENCE);
        int filled = 0;
        while (filled < bytes && !waiting.isEmpty()) {
            filled += pour(frame, filled);
        }
        played += filled;
        spoken += filled;
        if (heard.size() < KEPT) {
            heard.writeBytes(frame);
        }
        return due();
    }

    private int pour(byte[] frame, int at) {
        byte[] first = waiting.getFirst();
        int count = Math.min(frame.length - at, first.length - usedOfFirst);
        System.arraycopy(first, usedOfFirst, frame, at, count);
        usedOfFirst += count;
        if (usedOfFirst == first.length) {
            waiting.removeFirst();
            usedOfFirst = 0;
        }
        return count;
    }

    private List<String> due() {
        List<String> due = new ArrayList<>();
        while (!marks.isEmpty() && marks.getFirst().position() <= played) {
            due.add(marks.removeFirst().name());
        }
        return due;
    }

    synchronized long waitingBytes() {
        return written - played;
    }

    synchronized long spokenBytes() {
        return spoken;
    }

    synchronized long heardBytes() {
        return heard.size();
    }

    synchronized int clears() {
        return clears;
    }

    synchronized Heard heard() {
        return new Heard(heard.toByteArray(), spoken, arrivals);
    }
}
