package io.partyline.llm;

/// What one event of an answer says.
///
/// @param text what the model says with it; often empty
/// @param thinking whether it is thinking, in a field of its own
/// @param finish why the model stopped, if the event tells
/// @param last whether nothing more can follow
/// @param tokens what has been counted so far
/// @param known whether the event is one of this dialect at all
record Chunk(
        String text, boolean thinking, Finish finish, boolean last, Tokens tokens, boolean known) {
    static final Chunk NOTHING = new Chunk("", false, Finish.NONE, false, Tokens.UNTOLD, true);
    static final Chunk END = new Chunk("", false, Finish.NONE, true, Tokens.UNTOLD, true);
    static final Chunk UNKNOWN = new Chunk("", false, Finish.NONE, false, Tokens.UNTOLD, false);

    /// Why a model stopped.
    enum Finish {
        /// It has not said.
        NONE,
        /// It had said all.
        SAID_ALL,
        /// Its limit was used up.
        LENGTH,
        /// Its provider's rules forbid more.
        FORBIDDEN
    }

    static Chunk said(String text) {
        return new Chunk(text, false, Finish.NONE, false, Tokens.UNTOLD, true);
    }

    static Chunk thought() {
        return new Chunk("", true, Finish.NONE, false, Tokens.UNTOLD, true);
    }

    Chunk finished(Finish why) {
        return new Chunk(text, thinking, why, last, tokens, known);
    }

    Chunk counted(Tokens counted) {
        return new Chunk(text, thinking, finish, last, counted, known);
    }

    Chunk asTheLast(boolean isLast) {
        return new Chunk(text, thinking, finish, isLast, tokens, known);
    }
}
