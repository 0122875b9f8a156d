package io.partyline.cast;

import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import io.partyline.show.Utterance;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who follows up a call.
public final class FollowUpPick {
    private static final int TOPIC_WORDS = 3;
    private static final int LONGEST = 120;

    /// What a model is asked to fill in.
    public static final Form FORM = Form.of(Form.text("key"), Form.text("topic"), Form.text("why"));

    private FollowUpPick() {}

    /// Somebody, and what they will refer to.
    ///
    /// @param why a sentence for the host
    public record Choice(Persona persona, String topic, String why) {}

    /// The persona whose words fit best to what the caller said. Somebody who has been on tonight
    /// comes last, somebody who is on the line now not at all.
    public static Optional<Choice> byWords(Show show, CallRecord call, Cast cast) {
        String said = words(show, call);
        Set<String> matter = Words.set(said);
        String topic =
                call.summary()
                        .filter(summary -> summary.source() == Summary.Source.MODEL)
                        .map(Summary::topic)
                        .orElse(Words.topic(said, TOPIC_WORDS));
        return free(show, cast).stream()
                .max(
                        Comparator.comparing((Persona p) -> !wasOn(show, p))
                                .thenComparingInt(p -> fit(p, matter))
                                .thenComparing(p -> p.key().value(), Comparator.reverseOrder()))
                .map(persona -> new Choice(persona, topic, why(persona, call, matter)));
    }

    /// A model's answer as a choice, if it names somebody who is free.
    public static Optional<Choice> parse(String answer, Show show, Cast cast) {
        return FilledForm.read(answer, FORM).flatMap(form -> choice(form, show, cast));
    }

    private static Optional<Choice> choice(FilledForm form, Show show, Cast cast) {
        return form.text("key", LONGEST)
                .flatMap(cast::find)
                .filter(persona -> free(show, cast).contains(persona))
                .map(persona ->
                        new Choice(
                                persona,
                                form.text("topic", LONGEST).orElse(""),
                                form.text("why", LONGEST).orElse("The model chose them.")));
    }

    private static List<Persona> free(Show show, Cast cast) {
        Set<String> on =
                show.calls()
                        .ai()
                        .map(call -> ((Caller.Ai) call.caller()).key().value())
                        .collect(Collectors.toSet());
        return cast.personas().stream().filter(p -> !on.contains(p.key().value())).toList();
    }

    private static boolean wasOn(Show show, Persona persona) {
        return show.history().aired().stream()
                .anyMatch(past ->
                        past.caller() instanceof Caller.Ai ai && ai.key().equals(persona.key()));
    }

    private static int fit(Persona persona, Set<String> matter) {
        return common(persona, matter).size();
    }

    /// Topics count like words of the vibe: both say what somebody has an ear for.
    private static Set<String> common(Persona persona, Set<String> matter) {
        var words =
                new HashSet<>(Words.set(persona.vibe() + " " + String.join(" ", persona.topics())));
        words.retainAll(matter);
        return words;
    }

    private static String why(Persona persona, CallRecord call, Set<String> matter) {
        Set<String> common = common(persona, matter);
        String caller = call.caller().name();
        return common.isEmpty()
                ? "Nobody shares a word with the caller, and %s is free.".formatted(persona.name())
                : "%s and %s share: %s."
                        .formatted(
                                persona.name(),
                                caller,
                                common.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static String words(Show show, CallRecord call) {
        return show.transcript(call).stream()
                .filter(said -> said.speaker().call().filter(call.id()::equals).isPresent())
                .map(Utterance::text)
                .collect(Collectors.joining(" "));
    }
}
