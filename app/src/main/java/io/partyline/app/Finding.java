package io.partyline.app;

/// What was found out about one thing that a show needs.
///
/// @param sentence how it is and, unless it is fine, what to do about it
record Finding(State state, String part, String sentence) {
    enum State {
        /// Works.
        OK,
        /// Not there, and the show can do without.
        OFF,
        /// Needed, and does not work.
        NO
    }

    static Finding ok(String part, String sentence) {
        return new Finding(State.OK, part, sentence);
    }

    static Finding off(String part, String sentence) {
        return new Finding(State.OFF, part, sentence);
    }

    static Finding no(String part, String sentence) {
        return new Finding(State.NO, part, sentence);
    }

    String line() {
        String mark = state == State.OK ? "ok" : state.name();
        return "%-4s %-14s %s".formatted(mark, part, sentence);
    }
}
