package io.partyline.app;

import io.partyline.show.Call;
import io.partyline.show.Show;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules by which AI callers spoke unasked before, kept to be compared with.
final class FormerRules {
    private FormerRules() {}

    static boolean names(String text, String name) {
        String word = Pattern.quote(name.toLowerCase(Locale.ROOT));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])")
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }

    static boolean namesNobody(String text, FloorScene scene) {
        return Stream.concat(scene.ai().stream(), scene.real().stream())
                .noneMatch(name -> names(text, name));
    }

    static Optional<String> silentLongest(Show show) {
        return show.calls()
                .ai()
                .min(
                        Comparator.comparing((Call call) ->
                                show.floor().spoke().getOrDefault(call.id(), Instant.EPOCH)))
                .map(call -> call.caller().name());
    }

    static boolean rested(Show show, String name, Instant now) {
        return show.calls()
                .ai()
                .filter(call -> call.caller().name().equals(name))
                .map(call -> show.floor().spoke().getOrDefault(call.id(), Instant.EPOCH))
                .noneMatch(spoke -> now.isBefore(spoke.plus(show.rules().cooldown())));
    }
}
