package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;

/// What a server says that it has counted.
///
/// @param input -1 while it has not said
/// @param output -1 while it has not said; thinking counts
record Tokens(long input, long output) {
    static final Tokens UNTOLD = new Tokens(-1, -1);

    /// The counts under these names.
    static Tokens in(JsonNode usage, String input, String output) {
        return new Tokens(count(usage.path(input)), count(usage.path(output)));
    }

    private static long count(JsonNode number) {
        return number.isIntegralNumber() && number.asLong() >= 0 ? number.asLong() : -1;
    }

    /// These, where the later ones are silent.
    Tokens or(Tokens later) {
        return new Tokens(
                later.input < 0 ? input : later.input, later.output < 0 ? output : later.output);
    }

    Tokens withInput(long more) {
        return new Tokens(input < 0 ? input : input + more, output);
    }
}
