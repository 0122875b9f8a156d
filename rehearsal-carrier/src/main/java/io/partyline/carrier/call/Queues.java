package io.partyline.carrier.call;

import io.partyline.carrier.office.Chance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All queues of the account; each is made when somebody first asks for its name.
///
/// Safe for use by many threads at once.
public final class Queues {
    private final Map<String, Queue> byName = new LinkedHashMap<>();
    private final Chance chance;

    public Queues(Chance chance) {
        this.chance = chance;
    }

    public synchronized Queue named(String name) {
        return byName.computeIfAbsent(name, _ -> new Queue(chance.sid("QU"), name));
    }

    public synchronized List<Queue> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Queue> withSid(String sid) {
        return all().stream().filter(queue -> queue.sid().equals(sid)).findFirst();
    }
}
