package io.partyline.show;

/// Names one call, from the first ring to its end. For a real caller it is the carrier's own id of
/// the call.
public record CallId(String value) {
    public CallId {
        Texts.requireWords(value, "CallId");
    }

    @Override
    public String toString() {
        return value;
    }
}
