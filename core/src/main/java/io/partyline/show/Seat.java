package io.partyline.show;

/// A place with rights at the studio door. Whoever sits there says what is theirs to say under its
/// name.
public enum Seat {
    /// Whoever runs the show.
    HOST,
    /// Whoever looks after those who wait, and airs nothing.
    PRODUCER;

    /// As it stands in a sentence.
    public String words() {
        return switch (this) {
            case HOST -> "the host";
            case PRODUCER -> "the producer";
        };
    }
}
