package io.partyline.http;

import java.util.Optional;

/// What of the house is being tried, and what came of the last attempt, for every page at once.
///
/// Safe for use by many threads at once.
final class Trials {
    private final Setup setup;
    private volatile Optional<Ended> last = Optional.empty();

    /// An attempt that is over.
    ///
    /// @param attempt its number, from 1
    /// @param ms how long it took
    record Ended(long attempt, String part, Setup.State state, String sentence, long ms) {}

    /// What a page is told.
    ///
    /// @param trying the part that is being tried now
    record News(Optional<String> trying, Optional<Ended> last) {}

    Trials(Setup setup) {
        this.setup = setup;
    }

    Setup setup() {
        return setup;
    }

    /// Tries a part and waits until it is known how that went.
    Setup.Outcome attempt(String part, Optional<String> choice) {
        Setup.Outcome outcome = setup.attempt(part, choice);
        if (outcome instanceof Setup.Outcome.Tried tried) {
            ended(tried);
        }
        return outcome;
    }

    private synchronized void ended(Setup.Outcome.Tried tried) {
        long number = last.map(Ended::attempt).orElse(0L) + 1;
        last =
                Optional.of(
                        new Ended(
                                number,
                                tried.part(),
                                tried.state(),
                                tried.sentence(),
                                tried.took().toMillis()));
    }

    News now() {
        return new News(setup.trying(), last);
    }
}
