package io.partyline.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partyline.port.MessageException;
import io.partyline.port.Voicemail;
import io.partyline.show.CallerNumber;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A voicemail with two messages on it.
final class ScriptedVoicemail implements Voicemail {
    /// Half a second of silence that a browser can play, every byte of which is a letter of ASCII.
    static final byte[] WAV = wav();

    private static final int SAMPLES = 3_840;
    private static final int RATE = 8_000;

    private final List<Left> messages = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean broken;
    private volatile boolean off;
    private final AtomicLong changes = new AtomicLong();

    ScriptedVoicemail() {
        messages.add(
                new Left(
                        "message-2",
                        Instant.parse("2026-05-01T19:00:00Z"),
                        "",
                        CallerNumber.WITHHELD,
                        Duration.ofSeconds(61),
                        true,
                        Optional.empty()));
        messages.add(
                new Left(
                        "message-1",
                        Instant.parse("2026-05-01T18:30:00Z"),
                        "Dave <b>",
                        new CallerNumber("0123", "print-of-dave"),
                        Duration.ofMillis(12_500),
                        false,
                        Optional.of("It is about the <i>harbour</i>.")));
    }

    private static byte[] wav() {
        ByteBuffer wav = ByteBuffer.allocate(44 + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(36 + SAMPLES);
        wav.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(US_ASCII)).putInt(SAMPLES);
        while (wav.hasRemaining()) {
            wav.put((byte) 0x7f);
        }
        return wav.array();
    }

    /// From now on this is wrong.
    void isTroubled(String sentence) {
        trouble = Optional.of(sentence);
    }

    /// From now on nothing can be read or written.
    void breaks() {
        broken = true;
    }

    /// The host has none.
    void isOff(boolean now) {
        off = now;
        changes.incrementAndGet();
    }

    /// Somebody has left a message.
    void comes(Left message) {
        messages.addFirst(message);
        changes.incrementAndGet();
    }

    private void requireWhole() {
        if (broken) {
            throw new MessageException("A message cannot be kept: the disk is full.");
        }
    }

    @Override
    public boolean isOff() {
        return off;
    }

    @Override
    public Standing standing() {
        List<Left> here = messages();
        int unheard = (int) here.stream().filter(message -> !message.heard()).count();
        return new Standing(unheard, here.size(), changes.get());
    }

    @Override
    public List<Left> messages() {
        return off ? List.of() : List.copyOf(messages);
    }

    private Optional<Left> find(String id) {
        requireWhole();
        return messages().stream().filter(message -> message.id().equals(id)).findFirst();
    }

    @Override
    public Optional<byte[]> wav(String id) {
        return find(id).map(_ -> WAV);
    }

    @Override
    public Optional<Left> heard(String id, boolean heard) {
        Optional<Left> after =
                find(id).map(left ->
                        new Left(
                                left.id(),
                                left.at(),
                                left.name(),
                                left.from(),
                                left.length(),
                                heard,
                                left.words()));
        after.ifPresent(left -> {
            messages.replaceAll(one -> one.id().equals(id) ? left : one);
            changes.incrementAndGet();
        });
        return after;
    }

    @Override
    public boolean delete(String id) {
        requireWhole();
        changes.incrementAndGet();
        return messages.removeIf(message -> message.id().equals(id));
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }
}
