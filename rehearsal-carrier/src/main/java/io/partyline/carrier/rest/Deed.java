package io.partyline.carrier.rest;

/// What a REST request comes to: an answer, and what is done besides. The two are apart so that a
/// fault can have one without the other.
record Deed(RestAnswer answer, Runnable effect) {
    /// An answer without consequences.
    static Deed only(RestAnswer answer) {
        return new Deed(answer, () -> {});
    }
}
