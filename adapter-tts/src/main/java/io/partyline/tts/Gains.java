package io.partyline.tts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How much louder or quieter each voice of a provider has to be made, as far as it has been heard.
/// For many threads.
final class Gains {
    private final Map<String, Double> known = new ConcurrentHashMap<>();

    Optional<Double> of(Speaker speaker) {
        return Optional.ofNullable(known.get(speaker.id()));
    }

    void learn(Speaker speaker, double gain) {
        known.put(speaker.id(), gain);
    }
}
