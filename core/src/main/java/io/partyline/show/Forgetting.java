package io.partyline.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is left of a show's events when a caller is to be forgotten: the same events at the same
/// instants, so that the show replays as before, but without the caller's number, name and words.
///
/// What others said is kept as far as it is theirs. A name in it is taken out, and a text that
/// repeats four words of the caller in a row is taken for theirs.
///
/// @param fingerprint the caller's
/// @param calls their calls in this show
/// @param names words that name them, in lower case
/// @param runs every four words in a row that they said, in lower case
public record Forgetting(
        String fingerprint, Set<CallId> calls, Set<String> names, Set<String> runs) {
    /// What stands where something was.
    public static final String FORGOTTEN = "[forgotten]";

    private static final int RUN = 4;
    private static final int SHORTEST_NAME = 2;

    public Forgetting {
        calls = Set.copyOf(calls);
        names = Set.copyOf(names);
        runs = Set.copyOf(runs);
    }

    /// What there is to forget in a show; empty if the caller has no trace in it.
    ///
    /// @param events all of the show
    /// @param known names under which they are remembered elsewhere
    public static Optional<Forgetting> in(
            List<Event> events, String fingerprint, Set<String> known) {
        Set<CallId> calls =
                events.stream()
                        .flatMap(event -> ringing(event, fingerprint).stream())
                        .collect(Collectors.toSet());
        boolean banned = events.stream().anyMatch(event -> names(event, fingerprint));
        if (calls.isEmpty() && !banned) {
            return Optional.empty();
        }
        List<FloorEvent.UtteranceSpoken> own =
                events.stream().flatMap(event -> spoken(event, calls).stream()).toList();
        Set<String> names = new HashSet<>();
        known.forEach(name -> add(name, names));
        events.forEach(event -> given(event, calls).forEach(name -> add(name, names)));
        own.forEach(said -> add(said.speaker().name(), names));
        own.forEach(said -> OwnNames.in(said.text()).forEach(name -> add(name, names)));
        others(events).forEach(names::remove);
        Set<String> runs = new HashSet<>();
        own.forEach(said -> runs.addAll(runs(said.text())));
        return Optional.of(new Forgetting(fingerprint, calls, names, runs));
    }

    /// The event without the caller.
    public Event in(Event event) {
        boolean theirs =
                switch (event) {
                    case CallEvent.AiCallPlaced _ -> false;
                    case CallEvent happened -> calls.contains(happened.call());
                    case FloorEvent.UtteranceSpoken said -> own(said.speaker());
                    default -> false;
                };
        return new Rewording(theirs ? this::blank : this::cleaned, this::number)
                .of(followed(event));
    }

    /// A follow-up of their call was about them.
    private Event followed(Event event) {
        return switch (event) {
            case CallEvent.AiCallPlaced(var id, var ai, var basedOn, var at)
                    when basedOn.filter(calls::contains).isPresent() ->
                    new CallEvent.AiCallPlaced(id, strange(ai), basedOn, at);
            case FollowUpEvent.FollowUpChosen(var basedOn, var ai, _, var at)
                    when calls.contains(basedOn) ->
                    new FollowUpEvent.FollowUpChosen(basedOn, strange(ai), FORGOTTEN, at);
            default -> event;
        };
    }

    private static Caller.Ai strange(Caller.Ai ai) {
        return new Caller.Ai(ai.name(), ai.key(), ai.voice(), FORGOTTEN);
    }

    /// A text of somebody else, or of something that is kept elsewhere, without the caller.
    public String cleaned(String text) {
        if (text.equals(fingerprint) || runs(text).stream().anyMatch(runs::contains)) {
            return FORGOTTEN;
        }
        if (names.isEmpty()) {
            return text;
        }
        String any = names.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                        "(?<![\\p{L}\\d])(?:" + any + ")(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(FORGOTTEN.replace("[", "\\["));
    }

    private String blank(String text) {
        return text.isBlank() ? text : FORGOTTEN;
    }

    private CallerNumber number(CallerNumber number) {
        return number.fingerprint().equals(fingerprint) ? CallerNumber.WITHHELD : number;
    }

    private boolean own(Speaker speaker) {
        return speaker.call().filter(calls::contains).isPresent();
    }

    private static Optional<CallId> ringing(Event event, String fingerprint) {
        return switch (event) {
            case CallEvent.CallRang(var id, var number, _) -> theirs(id, number, fingerprint);
            case CallEvent.CallFound(var id, var number, _, _) -> theirs(id, number, fingerprint);
            case CallEvent.CallTurnedAway(var id, var number, _, _) ->
                    theirs(id, number, fingerprint);
            default -> Optional.empty();
        };
    }

    private static Optional<CallId> theirs(CallId id, CallerNumber number, String fingerprint) {
        return number.fingerprint().equals(fingerprint) ? Optional.of(id) : Optional.empty();
    }

    private static boolean names(Event event, String fingerprint) {
        return switch (event) {
            case ShowEvent.ShowOpened opened -> opened.banned().contains(fingerprint);
            case ShowEvent.BanSet set -> set.fingerprint().equals(fingerprint);
            case CallEvent.CallerBanned banned -> banned.fingerprint().equals(fingerprint);
            default -> false;
        };
    }

    private static Optional<FloorEvent.UtteranceSpoken> spoken(Event event, Set<CallId> calls) {
        return event instanceof FloorEvent.UtteranceSpoken said
                        && said.speaker().call().filter(calls::contains).isPresent()
                ? Optional.of(said)
                : Optional.empty();
    }

    private static Stream<String> given(Event event, Set<CallId> calls) {
        return switch (event) {
            case FloorEvent.TurnInterrupted(_, var by, _)
                    when by.call().filter(calls::contains).isPresent() ->
                    Stream.of(by.name());
            case CallEvent.CallerRecognised(var id, var who, _) when calls.contains(id) ->
                    Stream.of(who.name());
            default -> Stream.empty();
        };
    }

    /// Host and AI callers keep their names, whoever else is called that.
    private static Set<String> others(List<Event> events) {
        Set<String> others = new HashSet<>();
        for (Event event : events) {
            switch (event) {
                case ShowEvent.ShowOpened opened ->
                        others.add(opened.rules().hostName().toLowerCase(Locale.ROOT));
                case CallEvent.AiCallPlaced placed ->
                        others.add(placed.caller().name().toLowerCase(Locale.ROOT));
                case FloorEvent.UtteranceSpoken said
                        when said.speaker() instanceof Speaker.AiCaller ->
                        others.add(said.speaker().name().toLowerCase(Locale.ROOT));
                default -> {}
            }
        }
        return others;
    }

    private static void add(String name, Set<String> names) {
        if (name.startsWith(Caller.Real.UNNAMED)) {
            return;
        }
        Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}'’-]+", -1))
                .filter(part -> part.length() >= SHORTEST_NAME)
                .forEach(names::add);
    }

    private static List<String> runs(String text) {
        List<String> words =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\d]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        var runs = new ArrayList<String>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
