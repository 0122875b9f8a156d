package io.partyline.llm;

/// What comes over the wire, in order.
sealed interface Arrival {
    /// A line that is not empty, without its end.
    record Line(String text) implements Arrival {}

    /// Nothing more will come.
    record End() implements Arrival {}

    /// It broke; the sentence is for the host.
    record Broken(String sentence) implements Arrival {}
}
