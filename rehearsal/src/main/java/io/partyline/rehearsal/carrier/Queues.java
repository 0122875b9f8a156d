package io.partyline.rehearsal.carrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All queues of the account; each is made when somebody first asks for its name.
///
/// Safe for use by many threads at once.
final class Queues {
    private final Map<String, Queue> byName = new LinkedHashMap<>();
    private final Chance chance;

    Queues(Chance chance) {
        this.chance = chance;
    }

    synchronized Queue named(String name) {
        return byName.computeIfAbsent(name, _ -> new Queue(chance.sid("QU"), name));
    }

    synchronized List<Queue> all() {
        return List.copyOf(byName.values());
    }

    Optional<Queue> withSid(String sid) {
        return all().stream().filter(queue -> queue.sid().equals(sid)).findFirst();
    }
}
