package io.partyline.http;

/// What becomes of a piece of the program that is to be a cart.
public sealed interface Clip {
    /// It is one.
    ///
    /// @param sound its name in the folder of carts
    record Made(String sound) implements Clip {}

    /// It cannot be one.
    ///
    /// @param why a sentence for the host
    record Refused(String why) implements Clip {}

    /// What is refused while nothing is recorded.
    static Clip nothing() {
        return new Refused("Nothing of this show is recorded yet.");
    }
}
