package io.partyline.http;

import java.util.List;
import java.util.Optional;

/// What the show is set up with, and whether it works.
record SetupRoutes(Trials trials) {
    /// @param trying the part that is being tried now
    record Settings(Optional<String> trying, List<Setup.Part> parts) {}

    /// @param choice what of the part is to be tried; without it the part decides
    record Wanted(Optional<String> choice) {}

    /// @param ms how long it took
    record Tried(String part, Setup.State state, String sentence, long ms) {}

    record Done(String status) {}

    void into(Routes routes) {
        routes.get("/api/settings", _ -> settings())
                .post("/api/settings/{part}/try", this::attempt)
                .post("/api/settings/stop", this::stop);
    }

    private Settings settings() {
        return new Settings(trials.setup().trying(), trials.setup().parts());
    }

    private Tried attempt(Asked asked) {
        Optional<String> choice = asked.body(Wanted.class).choice();
        return switch (trials.attempt(asked.path("part"), choice)) {
            case Setup.Outcome.Tried tried ->
                    new Tried(
                            tried.part(), tried.state(), tried.sentence(), tried.took().toMillis());
            case Setup.Outcome.Refused(var why) -> throw new Problem(409, why);
            case Setup.Outcome.Unknown(var why) -> throw new Problem(404, why);
        };
    }

    private Done stop(Asked asked) {
        asked.nothing();
        trials.setup().stop();
        return new Done("stopped");
    }
}
