package io.partyline.http;

import java.util.Optional;

/// Who else may come to the studio door, beside the host.
///
/// @param producer the password of the producer's seat; without one there is no such seat
/// @param stageOpen whether the stage view is shown to whoever asks
public record SeatSettings(Optional<String> producer, boolean stageOpen) {
    /// Nobody else.
    public static final SeatSettings NONE = new SeatSettings(Optional.empty(), false);

    /// Checks that the seats are told apart.
    ///
    /// @param host the host's password
    void check(Optional<String> host) {
        if (producer.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(
                    "The producer's password is blank: give one, or none.");
        }
        if (producer.isPresent() && host.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is a password for the producer and none for the host, so that whoever"
                            + " comes without one is the host: set the host's too.");
        }
        if (producer.isPresent() && producer.equals(host)) {
            throw new IllegalArgumentException(
                    "Host and producer have the same password, so that they cannot be told apart:"
                            + " give the producer another.");
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return "SeatSettings[%s, %s]"
                .formatted(
                        producer.isPresent() ? "a producer's seat" : "no producer",
                        stageOpen ? "the stage is open" : "the stage is not open");
    }
}
