package io.partyline.cast;

import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.OffTheRecord;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import io.partyline.show.Utterance;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who follows up a call, and what they refer to.
///
/// The caller's own words decide; what they asked to keep off the air does not count, and neither
/// their surname nor a number of theirs comes out of here.
public final class FollowUpPick {
    private static final int TOPIC_WORDS = 3;
    private static final int LONGEST = 120;
    private static final int LONGEST_TOPIC = 60;
    private static final int LONGEST_BACKGROUND = 500;

    /// What is a topic of the persona's own says more than a word of who they are.
    private static final int OWN_TOPIC = 4;

    private static final int NEAR_TOPIC = 2;

    /// What a model is asked to fill in.
    public static final Form FORM =
            Form.of(
                    Form.text("key"),
                    Form.text("topic"),
                    Form.text("why"),
                    Form.text("background"));

    private FollowUpPick() {}

    /// Somebody, and what they will refer to.
    ///
    /// @param why a sentence for the host
    /// @param background why they call, if a model has written that
    public record Choice(Persona persona, String topic, String why, Optional<String> background) {
        /// Somebody who calls for a reason that is still to be found.
        public Choice(Persona persona, String topic, String why) {
            this(persona, topic, why, Optional.empty());
        }
    }

    /// Who may be chosen: nobody who is on the line, and nobody who has been on tonight as long as
    /// there is somebody who has not.
    public static List<Persona> candidates(Show show, Cast cast) {
        List<Persona> free = free(show, cast);
        List<Persona> fresh = free.stream().filter(p -> !wasOn(show, p)).toList();
        return fresh.isEmpty() ? free : fresh;
    }

    /// The candidate whose words fit best to what the caller said.
    public static Optional<Choice> byWords(Show show, CallRecord call, Cast cast) {
        List<String> said = Words.of(words(show, call));
        return candidates(show, cast).stream()
                .max(
                        Comparator.comparingInt((Persona p) -> fit(p, said))
                                .thenComparing(p -> p.key().value(), Comparator.reverseOrder()))
                .map(persona -> new Choice(persona, topic(show, call), why(persona, show, call)));
    }

    /// A model's answer as a choice, if it names a candidate.
    public static Optional<Choice> parse(String answer, Show show, CallRecord call, Cast cast) {
        return FilledForm.read(answer, FORM).flatMap(form -> choice(form, show, call, cast));
    }

    private static Optional<Choice> choice(FilledForm form, Show show, CallRecord call, Cast cast) {
        var discretion = Discretion.of(show);
        return form.text("key", LONGEST)
                .flatMap(cast::find)
                .filter(persona -> candidates(show, cast).contains(persona))
                .map(persona ->
                        new Choice(
                                persona,
                                form.text("topic", LONGEST_TOPIC)
                                        .map(topic -> WrittenText.plain(discretion.of(topic)))
                                        .filter(FollowUpPick::isTopic)
                                        .orElse(topic(show, call)),
                                form.text("why", LONGEST)
                                        .map(why -> WrittenText.plain(discretion.of(why)))
                                        .filter(why -> !why.isEmpty())
                                        .orElse("The model chose them."),
                                form.text("background", LONGEST_BACKGROUND)
                                        .flatMap(text -> Backgrounds.parse(text, show))));
    }

    /// A few words without a sentence's marks; whatever else a model writes there is no topic.
    private static boolean isTopic(String text) {
        return text.matches("[\\p{L}\\p{M}\\d'’,& -]{2,60}") && text.split(" ", -1).length <= 8;
    }

    /// What the call was about, in a few words.
    public static String topic(Show show, CallRecord call) {
        return call.summary()
                .filter(summary -> summary.source() == Summary.Source.MODEL)
                .map(Summary::topic)
                .map(Discretion.of(show)::of)
                .filter(FollowUpPick::isTopic)
                .orElse(Words.topic(words(show, call), TOPIC_WORDS));
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

    private static int fit(Persona persona, List<String> said) {
        Set<String> own =
                persona.topics().stream()
                        .flatMap(topic -> Words.of(topic).stream())
                        .map(Themes::stem)
                        .collect(Collectors.toSet());
        Set<String> near =
                persona.topics().stream()
                        .flatMap(topic -> Themes.around(topic).stream())
                        .collect(Collectors.toSet());
        Set<String> vibe =
                Words.set(persona.vibe() + " " + persona.signature()).stream()
                        .map(Themes::stem)
                        .collect(Collectors.toSet());
        return said.stream()
                .map(Themes::stem)
                .distinct()
                .mapToInt(stem -> weight(stem, own, near, vibe))
                .sum();
    }

    private static int weight(String stem, Set<String> own, Set<String> near, Set<String> vibe) {
        if (own.contains(stem)) {
            return OWN_TOPIC;
        }
        return (near.contains(stem) ? NEAR_TOPIC : 0) + (vibe.contains(stem) ? 1 : 0);
    }

    /// The caller's words that the persona has an ear for.
    private static Set<String> common(Persona persona, List<String> said) {
        var words = new HashSet<String>();
        for (String word : said) {
            if (fit(persona, List.of(word)) > 0) {
                words.add(word);
            }
        }
        return words;
    }

    private static String why(Persona persona, Show show, CallRecord call) {
        Set<String> common = common(persona, Words.of(words(show, call)));
        String caller = Discretion.of(show).name(call);
        return common.isEmpty()
                ? "Nobody shares a word with the caller, and %s is free.".formatted(persona.name())
                : "%s has an ear for what %s said: %s."
                        .formatted(
                                persona.name(),
                                caller,
                                common.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static String words(Show show, CallRecord call) {
        return OffTheRecord.told(show, call).stream()
                .filter(said -> said.speaker().call().filter(call.id()::equals).isPresent())
                .map(Utterance::text)
                .map(Discretion.of(show)::of)
                .collect(Collectors.joining(" "))
                .replace("(a number)", "")
                .replace(Discretion.SOMEBODY, "");
    }
}
