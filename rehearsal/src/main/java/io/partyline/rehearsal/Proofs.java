package io.partyline.rehearsal;

import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.rehearsal.Step.Claim;
import io.partyline.show.FloorEvent;
import io.partyline.show.Mood;
import io.partyline.show.Show;
import io.partyline.show.Utterance;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks in a rehearsed show for what it was to show.
final class Proofs {
    private final ControlRoom room;
    private final Function<String, Optional<Duration>> heardAfterTake;

    /// @param heardAfterTake how long a caller still heard the screener after they were taken;
    ///   empty if they did not hear it then
    Proofs(ControlRoom room, Function<String, Optional<Duration>> heardAfterTake) {
        this.room = room;
        this.heardAfterTake = heardAfterTake;
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
        Set<List<Mood>> moods = new LinkedHashSet<>();
        Show show = room.show();
        try (EventFeed events = room.events(show.id(), 0)) {
            Optional<EventFeed.Told> next = events.next(Duration.ZERO);
            while (next.isPresent()) {
                if (next.get().entry().event() instanceof FloorEvent.HostMoodSet set) {
                    moods.add(set.moods());
                }
                next = events.next(Duration.ZERO);
            }
        }
        if (moods.size() < 2) {
            throw not("the host's mood did not turn");
        }
        return "The host's mood turned: %s."
                .formatted(
                        moods.stream().map(Proofs::words).collect(Collectors.joining(", then ")));
    }

    private static String words(List<Mood> moods) {
        return moods.isEmpty()
                ? "none"
                : moods.stream().map(Mood::word).collect(Collectors.joining(" and "));
    }

    private String letGo(String caller, Duration within) {
        Duration silent =
                heardAfterTake
                        .apply(caller)
                        .orElseThrow(() ->
                                not(
                                        "%s did not hear the screener when they were taken"
                                                .formatted(named(caller))));
        if (silent.compareTo(within) > 0) {
            throw not(
                    "%s heard the screener for %d ms after the host took them, more than %d"
                            .formatted(named(caller), silent.toMillis(), within.toMillis()));
        }
        return "The screener was cut off in the middle of its words, %d ms after the host took %s."
                .formatted(silent.toMillis(), named(caller));
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
