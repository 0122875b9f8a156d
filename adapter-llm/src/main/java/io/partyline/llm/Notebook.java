package io.partyline.llm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What has been learned of the models of one server, for as long as the program runs. Safe for use
/// by many threads.
final class Notebook {
    private final Habits first;
    private final Map<String, Habits> habits = new ConcurrentHashMap<>();

    /// @param first what is supposed of a model that has not been asked yet
    Notebook(Habits first) {
        this.first = first;
    }

    Habits of(String model) {
        return habits.getOrDefault(model, first);
    }

    void learn(String model, Habits learned) {
        habits.merge(model, learned, Habits::and);
    }
}
