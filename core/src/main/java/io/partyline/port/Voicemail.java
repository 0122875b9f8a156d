package io.partyline.port;

import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What callers have left on the show's voicemail, as the host sees it.
///
/// It belongs to no show: messages come before, between and after shows, and stay until the host
/// deletes them. Methods may wait for the disk, and throw a [MessageException] if it fails. Safe
/// for use by many threads at once.
public interface Voicemail {
    /// No voicemail: whoever calls while the lines are closed is told so, and that is all.
    static Voicemail off() {
        return new VoicemailOff();
    }

    /// Whether callers cannot leave anything.
    boolean isOff();

    /// How it stands; never waits.
    Standing standing();

    /// Everything that is here, the newest first.
    List<Left> messages();

    /// The WAV file of a message; empty if there is no such message.
    Optional<byte[]> wav(String id);

    /// Marks a message as listened to, or as new again.
    ///
    /// @return empty if there is no such message
    Optional<Left> heard(String id, boolean heard);

    /// Deletes a message for good, here and at the telephone network.
    ///
    /// @return whether there was one
    boolean delete(String id);

    /// What is wrong with it, in a sentence for the host.
    Optional<String> trouble();

    /// How it stands.
    ///
    /// @param unheard how many messages nobody has listened to
    /// @param all how many there are
    /// @param changes goes up with every change of any of them
    record Standing(int unheard, int all, long changes) {}

    /// A message.
    ///
    /// @param name what the caller book calls whoever left it; empty if it knows nobody
    /// @param words what is said in it, as far as it has been written down
    record Left(
            String id,
            Instant at,
            String name,
            CallerNumber from,
            Duration length,
            boolean heard,
            Optional<String> words) {}
}
