package io.partyline.benchmarks.desk;

import io.partyline.audio.loudness.Loudness;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Set;

/// A recorder that keeps nothing: what a disk does is measured elsewhere.
final class NoStems implements StemRecorder {
    @Override
    public Stem open(ShowId show, String name) {
        return new Stem() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void write(long atSample, float[] samples, int length) {}

            @Override
            public void holdsAiVoices() {}

            @Override
            public void measured(Loudness loudness) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void finish(ShowId show, long length) {}

    @Override
    public List<String> delete(ShowId show, Set<String> names) {
        return List.of();
    }

    @Override
    public void close() {}
}
