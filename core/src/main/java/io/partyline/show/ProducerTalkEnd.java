package io.partyline.show;

/// Why the producer talks with a caller no more.
public enum ProducerTalkEnd {
    /// The producer had done.
    PRODUCER("the producer has done"),
    /// The host ended it.
    HOST("the host ended it"),
    /// The host talks to the caller alone.
    TALKBACK("the host talks to them"),
    /// The caller is on their way to the air.
    TAKEN("the host took them"),
    /// The producer went on to another caller.
    ANOTHER_CALLER("the producer talks with somebody else"),
    /// The caller has gone, or is on the way out, or their connection broke.
    CALLER_GONE("the caller has gone"),
    /// The page at which the producer sat has gone.
    PAGE_GONE("the producer's page has gone");

    private final String words;

    ProducerTalkEnd(String words) {
        this.words = words;
    }

    /// As it stands in a sentence.
    public String words() {
        return words;
    }
}
