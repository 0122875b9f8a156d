package io.partyline.spend;

/// Where a model or a voice says what it has used.
///
/// Implementations are safe for use by many threads at once and never block.
public interface Expenses {
    /// Something was used, and will be on a bill.
    void count(Usage usage);

    /// Whether the cap is reached, so that nothing more should be asked.
    boolean exhausted();

    /// Nothing costs anything, as in a rehearsal.
    static Expenses free() {
        return new Free();
    }
}
