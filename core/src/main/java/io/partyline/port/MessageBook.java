package io.partyline.port;

import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where messages of callers are kept from show to show: a card each, and the sound.
///
/// What was written survives whatever ends the program. Methods may wait for the disk, and throw a
/// [MessageException] with a sentence for the host if that fails; then nothing has changed.
/// Implementations are safe for use by many threads at once.
public interface MessageBook {
    /// Every card, the oldest first.
    List<Message> messages();

    /// Writes a card, over what was there under its id.
    void write(Message message);

    /// Keeps the sound of a message, all of it or nothing, over what was there.
    ///
    /// @param wav a WAV file
    void keep(String id, byte[] wav);

    /// The WAV file of a message.
    byte[] wav(String id);

    /// Decodes the sound of a message from its beginning.
    ///
    /// @throws SoundException with a sentence, if it is none
    SoundStream sound(String id);

    /// Deletes the sound of a message, for good; its card stays.
    void silence(String id);

    /// Deletes a message, sound and card, for good. One that has gone already is not an error.
    void remove(String id);

    /// How far a message has come.
    enum Stage {
        /// The caller has been asked to speak; it is not known whether they did.
        EXPECTED,
        /// It is here.
        KEPT,
        /// Nobody wants it; the network may still have it.
        DISCARDED
    }

    /// A message, or one that is expected.
    ///
    /// @param id tells it from all others; safe as the name of a file, and says nothing about the
    ///   caller
    /// @param call in which it was left
    /// @param at when the caller was asked for it
    /// @param recording what the network still keeps of it under this id, and has to erase
    /// @param heard whether the host has listened to it
    /// @param words what is said in it, as far as it has been written down: nothing, if it is a
    ///   text without a letter
    record Message(
            String id,
            CallId call,
            CallerNumber from,
            Instant at,
            Stage stage,
            Optional<String> recording,
            Duration length,
            boolean heard,
            Optional<String> words) {
        /// Expected from a caller who has just been asked.
        public static Message expected(String id, CallId call, CallerNumber from, Instant at) {
            return new Message(
                    id,
                    call,
                    from,
                    at,
                    Stage.EXPECTED,
                    Optional.empty(),
                    Duration.ZERO,
                    false,
                    Optional.empty());
        }

        /// It is here.
        ///
        /// @param known as which the network has it
        public Message kept(String known, Duration length) {
            return new Message(
                    id, call, from, at, Stage.KEPT, Optional.of(known), length, heard, words);
        }

        /// Nobody wants it.
        ///
        /// @param known as which the network has it, if it has
        public Message discarded(Optional<String> known) {
            return new Message(
                    id, call, from, at, Stage.DISCARDED, known, length, heard, Optional.empty());
        }

        /// The network has erased it.
        public Message erased() {
            return new Message(id, call, from, at, stage, Optional.empty(), length, heard, words);
        }

        /// The host has listened to it, or wants it to count as new.
        public Message heard(boolean now) {
            return new Message(id, call, from, at, stage, recording, length, now, words);
        }

        /// This is said in it.
        public Message saying(String said) {
            return new Message(
                    id, call, from, at, stage, recording, length, heard, Optional.of(said));
        }

        /// Nobody knows any more who left it.
        public Message anonymous() {
            return new Message(
                    id, call, CallerNumber.WITHHELD, at, stage, recording, length, heard, words);
        }

        /// The same caller's next one of the same call.
        public Message another(String itsId) {
            return expected(itsId, call, from, at);
        }
    }
}
