package io.partyline.show;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One stretch of speech as text. A value, and safe for use by many threads.
public final class Utterance {
    private final long seq;
    private final Speaker speaker;
    private final String text;
    private final long atSample;
    private final Instant at;

    /// Whoever comes first reads it; should two come at once, they read the same.
    private volatile @Nullable GivenAway givenAway;

    private volatile @Nullable Map<Mood, Double> moods;

    /// @param seq the number of the event that brought it; grows through the show
    /// @param atSample where it began, in samples at 48 kHz from show zero
    /// @param at the wall time at which it began
    public Utterance(long seq, Speaker speaker, String text, long atSample, Instant at) {
        this.seq = seq;
        this.speaker = speaker;
        this.text = text;
        this.atSample = atSample;
        this.at = at;
    }

    /// The number of the event that brought it; grows through the show.
    public long seq() {
        return seq;
    }

    /// Who said it.
    public Speaker speaker() {
        return speaker;
    }

    /// The words.
    public String text() {
        return text;
    }

    /// Where it began, in samples at 48 kHz from show zero.
    public long atSample() {
        return atSample;
    }

    /// The wall time at which it began.
    public Instant at() {
        return at;
    }

    /// What its words say of people. Read once, by whoever asks first, however long the show is:
    /// the utterance is the same one in every later state of the show.
    public GivenAway givenAway() {
        GivenAway known = givenAway;
        if (known == null) {
            known = GivenAway.by(text);
            givenAway = known;
        }
        return known;
    }

    /// What it is worth for each mood that it tells, if the host has said it. Read once, too.
    Map<Mood, Double> moods() {
        Map<Mood, Double> known = moods;
        if (known == null) {
            known = MoodCues.in(text);
            moods = known;
        }
        return known;
    }

    @Override
    @SuppressWarnings("exports") // The annotation is for the compiler, and needed by nobody else.
    public boolean equals(@Nullable Object other) {
        return other instanceof Utterance that
                && seq == that.seq
                && atSample == that.atSample
                && speaker.equals(that.speaker)
                && text.equals(that.text)
                && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return Objects.hash(seq, atSample, speaker, text, at);
    }

    @Override
    public String toString() {
        return "Utterance[seq=%d, speaker=%s, text=%s, atSample=%d, at=%s]"
                .formatted(seq, speaker, text, atSample, at);
    }
}
