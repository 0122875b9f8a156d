package io.partyline.show;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether an AI caller speaks unasked after something was said.
///
/// The cheapest signals only, and a doubt means silence: somebody by name, a question to the panel,
/// or a silence that nobody fills.
record JumpIn(Show show, Instant now) {
    /// Who gets the floor, and why.
    record Chance(Call call, Turn.Why why) {}

    Optional<Chance> after(Speaker speaker, String text) {
        if (!free() || speaker instanceof Speaker.AiCaller) {
            return Optional.empty();
        }
        Optional<Chance> named =
                named(show, text).map(call -> new Chance(call, Turn.Why.ADDRESSED));
        return named.or(() -> question(text)).filter(chance -> rested(chance.call()));
    }

    /// The AI caller, if they may fill a silence now: only one that a person left.
    Optional<Call> intoSilence(CallId id) {
        boolean personLeftIt =
                show.conversation().recap(1).stream()
                        .anyMatch(said -> !(said.speaker() instanceof Speaker.AiCaller));
        return free() && personLeftIt
                ? aiOnAir(show).stream()
                        .filter(call -> call.id().equals(id) && rested(call))
                        .findFirst()
                : Optional.empty();
    }

    private boolean free() {
        return show.floor().mode() == AiMode.AUTO
                && !show.floor().muted()
                && show.floor().turn().isEmpty();
    }

    private Optional<Chance> question(String text) {
        return text.strip().endsWith("?") && !namesAnyone(text)
                ? silentLongest().map(call -> new Chance(call, Turn.Why.QUESTION))
                : Optional.empty();
    }

    /// The AI caller on the air who has said nothing for longest.
    Optional<Call> silentLongest() {
        return aiOnAir(show).stream()
                .min(
                        Comparator.comparing(call ->
                                show.floor().spoke().getOrDefault(call.id(), Instant.EPOCH)));
    }

    /// The AI caller on the air who is called by name in `text`.
    static Optional<Call> named(Show show, String text) {
        return aiOnAir(show).stream().filter(call -> names(text, call.caller().name())).findFirst();
    }

    private boolean rested(Call call) {
        Instant spoke = show.floor().spoke().get(call.id());
        return spoke == null || !now.isBefore(spoke.plus(show.rules().cooldown()));
    }

    private boolean namesAnyone(String text) {
        return show.calls().onAir().anyMatch(call -> names(text, call.caller().name()));
    }

    /// Somebody who is muted would speak to nobody.
    private static List<Call> aiOnAir(Show show) {
        return show.calls().ai().filter(call -> call.onAir() && !call.muted()).toList();
    }

    /// Names are matched as whole words, whatever their case.
    private static boolean names(String text, String name) {
        String word = Pattern.quote(name.toLowerCase(Locale.ROOT));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])")
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }
}
