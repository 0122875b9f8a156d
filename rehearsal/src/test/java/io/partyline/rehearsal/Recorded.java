package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.Heard;
import io.partyline.cast.Persona;
import io.partyline.rehearsal.FickleVoice.Sentence;
import io.partyline.show.FloorEvent.UtteranceSpoken;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was recorded of an [Evening] and what was written down of it, held against each other.
///
/// @param begun the sentences that somebody began to read, in order
/// @param said what the AI callers said, as it was written down
/// @param silences when none of them may be heard
/// @param telephone what real callers heard while they were on the air
record Recorded(
        long seed,
        MemoryStems stems,
        ShowId show,
        List<Persona> cast,
        List<Sentence> begun,
        List<UtteranceSpoken> said,
        List<Silence> silences,
        List<AtTelephone> telephone) {
    /// In which no AI caller may be heard, in samples from show zero.
    record Silence(long from, long to) {
        /// Whether a frame lies in it, for somebody on the telephone: the way there is a little
        /// longer, so that it begins with the end of the frame before.
        boolean atTelephone(long frame) {
            return frame >= from + Frames.SAMPLES && frame + Frames.SAMPLES <= to;
        }
    }

    /// A frame that a caller heard.
    ///
    /// @param from where in the show it was mixed
    record AtTelephone(long from, DatedHandset.Played played) {}

    /// A stem has no other voice in it, so what is left of one in its fade is still to be seen.
    private static final double TRACE = 0.000_5;

    private static final double AUDIBLE = 0.01;
    private static final String PROGRAM = "00_Mix";

    /// An eighth of a frame.
    private static final int STEP = Frames.SAMPLES / 8;

    /// In the program and in the stems of the AI callers.
    void isSilentWhereItMustBe() {
        for (Persona persona : cast) {
            names(persona).forEach(name -> isSilent(name, persona, TRACE));
            isSilent(PROGRAM, persona, AUDIBLE);
            silentAtTheTelephone().forEach(frame -> isSilent(frame, persona));
        }
    }

    private void isSilent(AtTelephone frame, Persona persona) {
        assertThat(frame.played().loudest(persona.voice(), AUDIBLE))
                .as("seed %d: a caller's telephone at %d", seed, frame.from())
                .isNegative();
    }

    /// What callers heard while no AI caller may be heard.
    List<AtTelephone> silentAtTheTelephone() {
        return telephone.stream()
                .filter(frame ->
                        silences.stream().anyMatch(silence -> silence.atTelephone(frame.from())))
                .toList();
    }

    private void isSilent(String stem, Persona persona, double least) {
        float[] samples = stems.samples(show, stem).orElseThrow();
        for (Silence silence : silences) {
            for (long at = Math.ceilDiv(silence.from(), Frames.SAMPLES) * Frames.SAMPLES;
                    at + Frames.SAMPLES <= Math.min(silence.to(), samples.length);
                    at += Frames.SAMPLES) {
                assertThat(Tones.loudest(samples, (int) at, Frames.SAMPLES, persona.voice(), least))
                        .as("seed %d: %s at %d, stopped at %d", seed, stem, at, silence.from())
                        .isNegative();
            }
        }
    }

    /// By how much what was written down of a sentence is more or less than what of it can be heard
    /// in the recording.
    ///
    /// @param samples by so much
    record Deviation(long seed, Sentence sentence, String text, long heard, long samples) {
        @Override
        public String toString() {
            return "%d ms: seed %d, \"%s\" of \"%s\", begun in turn %d, of which %d ms were heard"
                    .formatted(
                            millis(samples),
                            seed,
                            text,
                            sentence.text(),
                            sentence.turn(),
                            millis(heard));
        }

        private static long millis(long samples) {
            return samples * 1_000 / Frames.RATE;
        }
    }

    /// For each sentence that was begun.
    List<Deviation> errors() {
        var errors = new ArrayList<Deviation>();
        for (Persona persona : cast) {
            List<Sentence> sentences =
                    begun.stream()
                            .filter(sentence -> sentence.voice().equals(persona.voice()))
                            .toList();
            Map<Sentence, Long> heard = heard(persona, sentences);
            for (Sentence sentence : sentences) {
                errors.add(error(sentence, heard.getOrDefault(sentence, 0L)));
            }
        }
        return errors;
    }

    private Deviation error(Sentence sentence, long heard) {
        String text = text(sentence);
        boolean all = text.equals(sentence.text()) && heard >= sentence.samples();
        return new Deviation(seed, sentence, text, heard, all ? 0 : error(sentence, heard, text));
    }

    /// The place in a sentence that fits what was written down of it, and is nearest to what was
    /// heard.
    private long error(Sentence sentence, long heard, String text) {
        for (long error = 0; error <= Math.max(heard, sentence.samples()) + STEP; error += STEP) {
            if (fits(sentence, heard - error, text) || fits(sentence, heard + error, text)) {
                return error;
            }
        }
        throw new AssertionError(
                "seed %d: \"%s\" of \"%s\"".formatted(seed, text, sentence.text()));
    }

    private static boolean fits(Sentence sentence, long heard, String text) {
        return heard >= 0 && Heard.words(sentence.text(), heard, sentence.samples()).equals(text);
    }

    /// What was written down of a sentence, each of which begins with a word of its own.
    private String text(Sentence sentence) {
        String first = sentence.text().substring(0, sentence.text().indexOf(' '));
        List<String> texts =
                said.stream()
                        .map(UtteranceSpoken::text)
                        .filter(text -> text.equals(first) || text.startsWith(first + " "))
                        .toList();
        assertThat(texts).as("seed %d: %s", seed, first).hasSizeLessThan(2);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /// How much of each sentence is in the recording, in samples.
    private Map<Sentence, Long> heard(Persona persona, List<Sentence> sentences) {
        var heard = new HashMap<Sentence, Long>();
        int[] tones = tones(persona);
        int next = 0;
        for (int frame = 0; frame < tones.length; frame++) {
            if (tones[frame] >= 0) {
                Optional<Integer> at = find(sentences, next, tones[frame], frame);
                assertThat(at).as("seed %d: a sentence at %d", seed, frame).isPresent();
                next = at.get();
                heard.merge(sentences.get(next), (long) Frames.SAMPLES, Long::sum);
            }
        }
        return heard;
    }

    private static Optional<Integer> find(List<Sentence> sentences, int from, int tone, int frame) {
        for (int i = from; i < sentences.size() && sentences.get(i).turn() <= frame; i++) {
            if (sentences.get(i).tone() == tone) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Which tone is to be heard in each frame, in whatever stem of the persona; -1 where none is.
    private int[] tones(Persona persona) {
        var tones = new int[0];
        for (String name : names(persona)) {
            float[] samples = stems.samples(show, name).orElseThrow();
            int count = samples.length / Frames.SAMPLES;
            if (count > tones.length) {
                int known = tones.length;
                tones = Arrays.copyOf(tones, count);
                Arrays.fill(tones, known, count, -1);
            }
            for (int i = 0; i < count; i++) {
                int tone =
                        Tones.loudest(
                                samples,
                                i * Frames.SAMPLES,
                                Frames.SAMPLES,
                                persona.voice(),
                                TRACE);
                tones[i] = Math.max(tones[i], tone);
            }
        }
        return tones;
    }

    private List<String> names(Persona persona) {
        return stems.names(show).stream().filter(name -> name.contains(persona.name())).toList();
    }
}
