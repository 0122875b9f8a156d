package io.partyline.http;

import io.partyline.show.FloorCommand;
import io.partyline.show.HostMood;
import io.partyline.show.Mood;
import java.util.List;
import java.util.Optional;

/// The mood of the host: the host's own word stands above what the rules and a model have read.
record MoodRoutes(Control control) {
    /// @param mood a word of [Mood]; nothing leaves it to the rules again
    record Wanted(Optional<String> mood) {}

    /// @param moods the strongest first, two at most
    /// @param by `rules`, `model` or `host`
    /// @param known every mood there is
    record MoodPicture(List<Mood> moods, HostMood.By by, List<Mood> known) {
        static MoodPicture of(HostMood mood) {
            return new MoodPicture(mood.moods(), mood.by(), List.of(Mood.values()));
        }
    }

    void into(Routes routes) {
        routes.put("/api/host/mood", this::choose);
    }

    private MoodPicture choose(Asked asked) {
        Optional<Mood> mood = asked.body(Wanted.class).mood().map(MoodRoutes::mood);
        control.ask(new FloorCommand.ChooseMood(mood));
        return MoodPicture.of(control.show().mood());
    }

    private static Mood mood(String word) {
        return Mood.of(word)
                .orElseThrow(() ->
                        new Problem(
                                400,
                                "There is no mood \"%s\"; there is %s."
                                        .formatted(
                                                Texts.shortened(word),
                                                String.join(", ", Mood.words()))));
    }
}
