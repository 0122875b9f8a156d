package io.partyline.http;

import java.util.List;
import java.util.Optional;

/// Nothing is told of what the show is set up with.
record NoSetup() implements Setup {
    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public Optional<String> trying() {
        return Optional.empty();
    }

    @Override
    public Outcome attempt(String part, Optional<String> choice) {
        return new Outcome.Unknown("There is nothing to try here.");
    }

    @Override
    public void stop() {}
}
