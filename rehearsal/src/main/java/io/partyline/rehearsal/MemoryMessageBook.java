package io.partyline.rehearsal;

import io.partyline.port.MessageBook;
import io.partyline.port.MessageException;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A book of messages that lasts as long as the program, and understands the sound of
/// [TelephoneWav] only.
public final class MemoryMessageBook implements MessageBook {
    private final Map<String, Message> cards = new HashMap<>();
    private final Map<String, byte[]> sounds = new HashMap<>();
    private boolean full;

    /// An empty book.
    public MemoryMessageBook() {}

    /// From now on there is no room, or there is again.
    public synchronized void full(boolean now) {
        full = now;
    }

    /// Whether there is sound of a message.
    public synchronized boolean hasSound(String id) {
        return sounds.containsKey(id);
    }

    @Override
    public synchronized List<Message> messages() {
        return cards.values().stream()
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
                .toList();
    }

    @Override
    public synchronized void write(Message message) {
        requireRoom();
        cards.put(message.id(), message);
    }

    @Override
    public synchronized void keep(String id, byte[] wav) {
        requireRoom();
        sounds.put(id, wav.clone());
    }

    private void requireRoom() {
        if (full) {
            throw new MessageException("A message cannot be kept: the disk is full.");
        }
    }

    @Override
    public synchronized byte[] wav(String id) {
        return Optional.ofNullable(sounds.get(id))
                .map(byte[]::clone)
                .orElseThrow(() -> new MessageException("There is no such message."));
    }

    @Override
    public synchronized SoundStream sound(String id) {
        return Optional.ofNullable(sounds.get(id))
                .map(TelephoneWav::decoded)
                .orElseThrow(() -> new SoundException("There is no such message."));
    }

    @Override
    public synchronized void silence(String id) {
        sounds.remove(id);
    }

    @Override
    public synchronized void remove(String id) {
        sounds.remove(id);
        cards.remove(id);
    }
}
