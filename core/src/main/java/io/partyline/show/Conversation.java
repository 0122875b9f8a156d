package io.partyline.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that was said in the show, by whom and when. It only grows: callers come and go in
/// it.
///
/// @param utterances in the order in which they became known
/// @param mood of the host, as far as it can be told from what they say
public record Conversation(List<Utterance> utterances, HostMood mood) {
    static final Conversation EMPTY = new Conversation(List.of(), HostMood.UNREAD);

    public Conversation {
        utterances = List.copyOf(utterances);
    }

    /// What was said during these visits, in the order in which it was said. Words that a
    /// recogniser brought late stand where they were spoken.
    public List<Utterance> during(Visits visits) {
        return utterances.stream()
                .filter(said -> visits.hold(said.atSample()))
                .sorted(Comparator.comparingLong(Utterance::atSample))
                .toList();
    }

    /// The last `count` utterances, in the order in which they were said.
    public List<Utterance> recap(int count) {
        List<Utterance> said =
                utterances.stream().sorted(Comparator.comparingLong(Utterance::atSample)).toList();
        return said.subList(Math.max(0, said.size() - count), said.size());
    }

    /// What the host has said last, in the order in which it was said, the newest last.
    ///
    /// @param most lines at most
    /// @param since when; what was said before is left out
    public List<String> hostLines(int most, Instant since) {
        return hostSaid(most, since).stream().map(Utterance::text).toList();
    }

    /// The same lines with all that is known of them.
    List<Utterance> hostSaid(int most, Instant since) {
        List<Utterance> said =
                host().filter(line -> !line.at().isBefore(since))
                        .sorted(Comparator.comparingLong(Utterance::atSample))
                        .toList();
        return said.subList(Math.max(0, said.size() - most), said.size());
    }

    /// When the host began to say what they have said last.
    Optional<Instant> hostSpokeAt() {
        return host().map(Utterance::at).max(Comparator.naturalOrder());
    }

    /// Whether words of the host have become known behind this number.
    boolean hostSpokeBehind(long seq) {
        return host().anyMatch(said -> said.seq() > seq);
    }

    private Stream<Utterance> host() {
        return utterances.stream().filter(said -> said.speaker() instanceof Speaker.Host);
    }

    Conversation apply(FloorEvent event, long seq) {
        return switch (event) {
            case FloorEvent.UtteranceSpoken said -> with(said, seq);
            case FloorEvent.HostMoodSet set -> new Conversation(utterances, mood.apply(set));
            default -> this;
        };
    }

    private Conversation with(FloorEvent.UtteranceSpoken said, long seq) {
        var more = new ArrayList<>(utterances);
        more.add(new Utterance(seq, said.speaker(), said.text(), said.atSample(), said.spokenAt()));
        return new Conversation(more, mood);
    }
}
