package io.partyline.tts;

import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Several voices behind one: the first that can speaks.
///
/// A voice that fails before its first sample is replaced without a trace. One that fails in
/// mid-sentence has been heard: its sound fades, and after a breath the next in line says the
/// sentence from its beginning, as somebody does who was cut off, and that once. Each of them knows
/// itself which of its own voices fits the persona best.
///
/// One that has failed is left alone for 10 seconds, then for 20, up to five minutes, and comes
/// back by itself. If all others fail, those that rest are asked as well. All speech has the
/// studio's rate. Safe for use by many threads at once.
public final class VoiceChain implements SpeechSynthesizer {
    /// One voice and how it fares.
    record Link(SpeechSynthesizer voice, Rest rest) {}

    private final List<Link> links;
    private final InstantSource clock;

    /// @param voices the first is the one that is wanted, the last the one that always works
    public VoiceChain(List<SpeechSynthesizer> voices, InstantSource clock) {
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("a chain needs a voice");
        }
        this.links = voices.stream().map(voice -> new Link(voice, new Rest(clock))).toList();
        this.clock = clock;
    }

    @Override
    public String name() {
        return links.stream()
                .map(link -> link.voice().name())
                .collect(Collectors.joining(", then "));
    }

    @Override
    public List<String> voices() {
        return links.getFirst().voice().voices();
    }

    @Override
    public SpeechStream speak(String text, String voice) {
        return new ChainedSpeech(text, voice, inLine(), clock);
    }

    /// Who is left alone at the moment and why, and who speaks instead.
    @Override
    public Optional<String> trouble() {
        String troubles =
                links.stream()
                        .map(link -> link.rest().trouble())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        String speaker = inLine().getFirst().voice().name();
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of("%s Until then: %s.".formatted(troubles, speaker));
    }

    /// Those that rest are asked only if all others fail.
    private List<Link> inLine() {
        var line = new ArrayList<>(links);
        line.sort(Comparator.comparing(link -> !link.rest().over()));
        return List.copyOf(line);
    }
}
