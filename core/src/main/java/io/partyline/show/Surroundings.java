package io.partyline.show;

/// What the studio knows of a moment and the show does not: it is told with a command.
///
/// @param talking whether a person on the air is speaking
/// @param capped whether the show has spent all that it may on models and voices
public record Surroundings(boolean talking, boolean capped) {
    /// Nobody speaks, and there is money left.
    public static final Surroundings QUIET = new Surroundings(false, false);
}
