package io.partyline.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that was said in the show, by whom and when. It only grows: callers come and go in
/// it.
///
/// @param utterances in the order in which they became known
public record Conversation(List<Utterance> utterances) {
    static final Conversation EMPTY = new Conversation(List.of());

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

    Conversation apply(FloorEvent event, long seq) {
        if (!(event instanceof FloorEvent.UtteranceSpoken said)) {
            return this;
        }
        var more = new ArrayList<>(utterances);
        more.add(new Utterance(seq, said.speaker(), said.text(), said.atSample(), said.spokenAt()));
        return new Conversation(more);
    }
}
