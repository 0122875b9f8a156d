package io.partyline.cast;

import io.partyline.show.CallRecord;
import io.partyline.show.EndedBy;
import io.partyline.show.OffTheRecord;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import io.partyline.show.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a call was about: the model's answer, if it is one, else a plain sentence by rule.
public final class Summaries {
    private static final int LONGEST = 500;

    /// With the topic, the mood and a few moments.
    private static final int LONGEST_ANSWER = 1_200;

    private static final int SHORTEST = 15;
    private static final int QUOTE = 90;
    private static final int TOPIC_WORDS = 3;
    private static final Pattern MOOD = Pattern.compile("(?i)^\\W*mood\\W*:(.+)$");
    private static final Pattern MOMENTS = Pattern.compile("(?i)^\\W*moments?\\W*:.*$");

    /// Where a part begins that should have had a line of its own.
    private static final Pattern PART = Pattern.compile("(?i)[ \\t]+(?=(?:mood|moments):)");

    private static final Pattern TOPIC = Pattern.compile("(?is)^(.+)\\btopic:(.*)$");

    /// A log speaks of others: whoever says "I" is the model, about itself.
    private static final List<String> REFUSALS =
            List.of(
                    "i ",
                    "i'",
                    "i’",
                    "sorry",
                    "as an ai",
                    "as a language",
                    "as a large",
                    "unable to");

    private Summaries() {}

    /// The summary that can be had without a model: who, about what, how long and how it ended, all
    /// of it from the record.
    public static Summary fallback(Show show, CallRecord call) {
        String name = call.caller().name();
        if (!call.aired()) {
            String text =
                    "%s was not on the air: %s after %s.".formatted(name, end(call), waited(call));
            return new Summary(text, "not on the air", Summary.Source.FALLBACK);
        }
        String said = ownWords(show, call);
        String about =
                said.isEmpty()
                        ? ""
                        : " and said %s".formatted(Quoted.speech(Excerpt.of(said, QUOTE)));
        String text =
                "%s was on the air for %s%s; %s.".formatted(name, airTime(call), about, end(call));
        String topic = said.isEmpty() ? "no words heard" : Words.topic(said, TOPIC_WORDS);
        return new Summary(
                text,
                topic,
                Tone.of(said),
                Highlights.of(show, call).byRule(),
                Summary.Source.FALLBACK);
    }

    /// A model's answer as a summary, unless it is empty, a refusal, or no summary at all.
    public static Optional<Summary> parse(String answer, Show show, CallRecord call) {
        String text = answer.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        if (text.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        List<String> lines = PART.matcher(text).replaceAll("\n").lines().toList();
        String about =
                lines.stream().filter(Summaries::isAbout).collect(Collectors.joining("\n")).strip();
        Matcher parts = TOPIC.matcher(about);
        boolean split = parts.matches();
        String body = (split ? parts.group(1) : about).replaceAll("\\s+", " ").strip();
        if (body.length() < SHORTEST || body.length() > LONGEST || refused(body) || marked(body)) {
            return Optional.empty();
        }
        var discretion = Discretion.of(show);
        String said = WrittenText.plain(discretion.of(body));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Summary(
                                said,
                                topic(split ? parts.group(2).strip() : "", show, call, discretion),
                                mood(lines, show, call),
                                Highlights.of(show, call).read(highlights(lines)),
                                Summary.Source.MODEL));
    }

    private static String topic(String written, Show show, CallRecord call, Discretion discretion) {
        return written.isBlank() || written.length() > QUOTE
                ? fallback(show, call).topic()
                : WrittenText.plain(discretion.of(line(written)));
    }

    private static boolean isAbout(String line) {
        return !MOOD.matcher(line).matches()
                && !MOMENTS.matcher(line).matches()
                && !Highlights.names(line);
    }

    private static String mood(List<String> lines, Show show, CallRecord call) {
        return lines.stream()
                .map(MOOD::matcher)
                .filter(Matcher::matches)
                .map(found -> WrittenText.plain(found.group(1)))
                .map(mood -> mood.replaceAll("[.!;]+$", ""))
                .filter(mood -> mood.matches("[\\p{L}\\p{M}, -]{3,30}"))
                .findFirst()
                .orElseGet(() -> Tone.of(ownWords(show, call)));
    }

    /// Some models write them behind each other.
    private static Stream<String> highlights(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("(?i)^\\W*moments?\\W*:", ""))
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip);
    }

    private static boolean refused(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        return REFUSALS.stream().anyMatch(lower::startsWith);
    }

    /// JSON and HTML are no sentence.
    private static boolean marked(String body) {
        return "{[<`".indexOf(body.charAt(0)) >= 0;
    }

    private static String line(String topic) {
        return topic.lines().findFirst().orElse(topic).strip();
    }

    private static String ownWords(Show show, CallRecord call) {
        return OffTheRecord.told(show, call).stream()
                .filter(said -> said.speaker().call().filter(call.id()::equals).isPresent())
                .map(Utterance::text)
                .map(Discretion.of(show)::of)
                .reduce("", (all, next) -> (all + " " + next).strip());
    }

    private static String waited(CallRecord call) {
        return words(Duration.between(call.call().instants().rang(), call.ended()));
    }

    private static String airTime(CallRecord call) {
        int visits = call.visits().all().size();
        String time = words(call.airTime());
        return visits == 1 ? time : "%s in %d visits".formatted(time, visits);
    }

    private static String words(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60
                ? seconds + " s"
                : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    private static String end(CallRecord call) {
        EndedBy by = call.by();
        return switch (by) {
            case HOST -> "the host ended the call";
            case CALLER -> "the caller hung up";
            case DROPPED -> "the host dropped the call";
            case LOST -> "the connection was lost";
            case SHOW_CLOSED -> "the show ended";
            case RESTART -> "the call was lost in a restart";
            case BANNED -> "the host banned the caller";
        };
    }
}
