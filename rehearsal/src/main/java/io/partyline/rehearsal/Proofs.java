package io.partyline.rehearsal;

import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.rehearsal.Step.Claim;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.Mood;
import io.partyline.show.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks in a rehearsed show for what it was to show.
final class Proofs {
    private final ControlRoom room;
    private final Function<String, CallId> calls;
    private final BiFunction<String, Instant, Optional<Duration>> heardOn;

    /// @param calls the calls of a script's callers
    /// @param heardOn how much a caller still heard of the voice that spoke to them at a moment;
    ///   empty if none did
    Proofs(
            ControlRoom room,
            Function<String, CallId> calls,
            BiFunction<String, Instant, Optional<Duration>> heardOn) {
        this.room = room;
        this.calls = calls;
        this.heardOn = heardOn;
    }

    /// What has been found, in a sentence.
    ///
    /// @throws IllegalStateException with a sentence, if it is not so
    String of(Claim claim) {
        return switch (claim) {
            case Claim.Said(var who, var words) -> said(who, words);
            case Claim.CalledBefore(var who) -> calledBefore(who);
            case Claim.MoodTurned _ -> moodTurned();
            case Claim.LetGo(var caller, var within) -> letGo(caller, within);
        };
    }

    private String said(String who, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return by(who).stream()
                .map(Utterance::text)
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst()
                .map(text -> "%s said: %s".formatted(begin(named(who)), text))
                .orElseThrow(() -> not("%s never said \"%s\"".formatted(named(who), words)));
    }

    private String calledBefore(String who) {
        boolean known =
                room.cast().stream()
                        .filter(member -> member.name().equalsIgnoreCase(who))
                        .anyMatch(ControlRoom.CastMember::returning);
        if (!known) {
            throw not("nobody called %s has called an earlier show".formatted(named(who)));
        }
        if (by(who).isEmpty()) {
            throw not("%s was not heard".formatted(named(who)));
        }
        return named(who) + ", who has called an earlier show, was on the air again.";
    }

    private String moodTurned() {
        Set<List<Mood>> moods =
                events(FloorEvent.HostMoodSet.class).stream()
                        .map(FloorEvent.HostMoodSet::moods)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (moods.size() < 2) {
            throw not("the host's mood did not turn");
        }
        return "The host's mood turned: %s."
                .formatted(
                        moods.stream().map(Proofs::words).collect(Collectors.joining(", then ")));
    }

    private <T extends Event> List<T> events(Class<T> type) {
        List<T> found = new ArrayList<>();
        try (EventFeed events = room.events(room.show().id(), 0)) {
            Optional<EventFeed.Told> next = events.next(Duration.ZERO);
            while (next.isPresent()) {
                Event event = next.get().entry().event();
                if (type.isInstance(event)) {
                    found.add(type.cast(event));
                }
                next = events.next(Duration.ZERO);
            }
        }
        return found;
    }

    private static String words(List<Mood> moods) {
        return moods.isEmpty()
                ? "none"
                : moods.stream().map(Mood::word).collect(Collectors.joining(" and "));
    }

    private String letGo(String caller, Duration within) {
        Instant taken =
                events(CallEvent.CallTaken.class).stream()
                        .filter(event -> event.call().equals(calls.apply(caller)))
                        .findFirst()
                        .orElseThrow(() -> not("%s was not taken".formatted(named(caller))))
                        .at();
        Duration silent =
                heardOn.apply(caller, taken)
                        .orElseThrow(() ->
                                not(
                                        "%s did not hear the screener when they were taken"
                                                .formatted(named(caller))));
        if (silent.compareTo(within) > 0) {
            throw not(
                    "%s heard %d ms of the screener after the host had taken them, more than %d"
                            .formatted(named(caller), silent.toMillis(), within.toMillis()));
        }
        return "The screener was cut off in the middle of its words: %s heard %d ms more of it after the take."
                .formatted(named(caller), silent.toMillis());
    }

    private List<Utterance> by(String who) {
        return room.show().conversation().utterances().stream()
                .filter(said -> isBy(said, who))
                .toList();
    }

    /// Whether this was said by whom a script calls so.
    static boolean isBy(Utterance said, String who) {
        return who.equals(Troupe.HOST)
                ? said.speaker().role().equals("host")
                : said.speaker().name().equalsIgnoreCase(who);
    }

    private static String named(String who) {
        return who.equals(Troupe.HOST) ? "the host" : begin(who);
    }

    private static String begin(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static IllegalStateException not(String sentence) {
        return new IllegalStateException(sentence);
    }
}
