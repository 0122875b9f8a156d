package io.partyline.rehearsal;

/// Whether something has been opened, once, and not yet closed.
final class Presence {
    private final String what;
    private volatile boolean begun;
    private volatile boolean over;

    Presence(String what) {
        this.what = what;
    }

    void begin() {
        if (begun || over) {
            throw new IllegalStateException("the %s was opened before".formatted(what));
        }
        begun = true;
    }

    void end() {
        over = true;
    }

    /// Real-time, as long as all is well.
    void check() {
        if (!begun || over) {
            throw new IllegalStateException("the %s is not open".formatted(what));
        }
    }
}
