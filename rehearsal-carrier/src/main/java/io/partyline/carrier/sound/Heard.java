package io.partyline.carrier.sound;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What a caller has heard on a leg so far: one byte of µ-law for each 1/8000 s since the stream
/// began, silence where the show had sent nothing.
public final class Heard {
    /// Audio that arrived from the show in one message.
    ///
    /// @param at when
    /// @param bytes how much, at 8 bytes a millisecond
    /// @param ahead how many bytes were still waiting to be played: its delay at 8 bytes a
    ///   millisecond
    /// @param heard how many bytes the caller had listened to by then
    public record Arrival(Instant at, int bytes, long ahead, long heard) {}

    private final byte[] mulaw;
    private final long spoken;
    private final List<Arrival> arrivals;

    public Heard(byte[] mulaw, long spoken, List<Arrival> arrivals) {
        this.mulaw = mulaw;
        this.spoken = spoken;
        this.arrivals = List.copyOf(arrivals);
    }

    /// What came from the carrier itself, and not in messages of the show.
    public static Heard of(byte[] mulaw) {
        return new Heard(mulaw, 0, List.of());
    }

    /// As it was played, µ-law.
    public byte[] mulaw() {
        return mulaw.clone();
    }

    /// As it was played, from -1 to 1 at 8 kHz.
    public float[] samples() {
        return Mulaw.decode(mulaw);
    }

    /// What was played from this moment of the stream on.
    public Heard from(Duration moment) {
        int start = (int) Math.min(mulaw.length, moment.toMillis() * 8);
        return new Heard(Arrays.copyOfRange(mulaw, start, mulaw.length), spoken, arrivals);
    }

    /// What was played up to this moment, counted from where this begins.
    public Heard until(Duration moment) {
        int end = (int) Math.min(mulaw.length, moment.toMillis() * 8);
        return new Heard(Arrays.copyOf(mulaw, end), spoken, arrivals);
    }

    /// How long the caller has listened.
    public Duration length() {
        return Duration.ofMillis(mulaw.length / 8);
    }

    /// How much of that came from the show, and was not filled in because nothing was there.
    public Duration fromShow() {
        return Duration.ofMillis(spoken / 8);
    }

    /// Every message of audio, as it arrived.
    public List<Arrival> arrivals() {
        return arrivals;
    }

    /// Loudness from 0 to 1: the root mean square of all samples.
    public double level() {
        double sum = 0;
        for (float sample : samples()) {
            sum += sample * sample;
        }
        return mulaw.length == 0 ? 0 : Math.sqrt(sum / mulaw.length);
    }
}
