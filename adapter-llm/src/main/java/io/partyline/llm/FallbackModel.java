package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Several models, of which the first that can answers.
///
/// One that fails before its first word costs the time that this took, and the next is asked within
/// what is left of the same budget. It is then left alone for a while, which grows as long as it
/// fails, and is the first to be asked again as soon as that is over. Once there has been a word,
/// nobody else is asked: two halves of two answers make no answer. Safe for use by many threads at
/// once.
public final class FallbackModel implements LanguageModel {
    private final List<Understudy> models;
    private final LongSupplier nanoTime;

    /// @param models in the order in which they are asked
    /// @param nanoTime a clock that never jumps, in nanoseconds
    public FallbackModel(List<LanguageModel> models, LongSupplier nanoTime) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("somebody must be there to be asked");
        }
        this.models = models.stream().map(model -> new Understudy(model, nanoTime)).toList();
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return models.stream().map(Understudy::name).collect(Collectors.joining(", else "));
    }

    /// Who is left alone at the moment and why, and who answers instead.
    @Override
    public Optional<String> trouble() {
        List<String> resting = models.stream().flatMap(model -> model.trouble().stream()).toList();
        if (resting.isEmpty()) {
            return Optional.empty();
        }
        String instead =
                models.stream()
                        .filter(Understudy::isReady)
                        .findFirst()
                        .map(model -> model.name() + " answers.")
                        .orElse("Nobody else is there.");
        return Optional.of(String.join(" ", resting) + " " + instead);
    }

    @Override
    public TextStream reply(Prompt prompt) {
        return new Relay(inOrder(), prompt, nanoTime);
    }

    /// Everybody who is ready; if nobody is, the one who soonest will be, since silence is no
    /// better.
    private List<Understudy> inOrder() {
        List<Understudy> ready = models.stream().filter(Understudy::isReady).toList();
        return ready.isEmpty()
                ? models.stream().min(Comparator.comparing(Understudy::rest)).stream().toList()
                : ready;
    }
}
