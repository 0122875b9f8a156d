package io.partyline.whisper;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.SpokenPiece;

/// What can be heard of a piece without understanding it: whether it is loud, long and lively
/// enough to have words in it.
///
/// @param voicedMs how much of it a voice detector took for a voice
/// @param bursts how often that began
/// @param level the root of the mean square between the first voice and the last
/// @param pitched which part of the voice has the pitch of a voice, 0 to 1; 0 for long ones, of
///   which nobody asks
/// @param spread the standard deviation of the voice's level, in dB; 0 for long ones
record Evidence(int voicedMs, int bursts, double level, double pitched, double spread) {
    /// Less than this is no voice, however it was made: about -46 dB of full scale.
    private static final double LEAST_LEVEL = 0.005;

    private static final int LEAST_VOICED_MS = 100;

    /// More voice than this is no short answer. Looking for pitch takes a tenth of a millisecond a
    /// frame.
    private static final int LONG_MS = 2_500;

    /// Of every third sample, 16 kHz: 70 to 400 Hz.
    private static final int THIN = 3;

    private static final int SHORTEST_LAG = Clip.RATE / 400;
    private static final int LONGEST_LAG = Clip.RATE / 70;

    /// A look at 40 ms finds at least two periods of the deepest voice.
    private static final int LOOK = Clip.RATE / 25;

    private static final double ALIKE = 0.6;

    /// Frames quieter than the loudest by more than this are pauses.
    private static final double PAUSE_DB = 25;

    static Evidence of(SpokenPiece piece) {
        int from = (int) (piece.voiceFrom() - piece.from());
        int to = (int) (piece.voiceTo() - piece.from());
        int frames = (to - from) / Frames.SAMPLES;
        var levels = new double[frames];
        double power = 0;
        double loudest = Frames.SILENCE_DB;
        for (int i = 0; i < frames; i++) {
            double rms = rms(piece.samples(), from + i * Frames.SAMPLES);
            power += rms * rms;
            levels[i] = Frames.decibels(rms);
            loudest = Math.max(loudest, levels[i]);
        }
        return judged(piece, from, levels, loudest, Math.sqrt(power / Math.max(1, frames)));
    }

    private static Evidence judged(
            SpokenPiece piece, int from, double[] levels, double loudest, double level) {
        int count = 0;
        int pitched = 0;
        double sum = 0;
        double squares = 0;
        int asked = piece.voicedMs() > LONG_MS ? 0 : levels.length;
        for (int i = 0; i < asked; i++) {
            if (levels[i] > loudest - PAUSE_DB) {
                count++;
                sum += levels[i];
                squares += levels[i] * levels[i];
                pitched += hasPitch(piece.samples(), from + i * Frames.SAMPLES) ? 1 : 0;
            }
        }
        double mean = sum / Math.max(1, count);
        double variance = squares / Math.max(1, count) - mean * mean;
        return new Evidence(
                piece.voicedMs(),
                piece.bursts(),
                level,
                (double) pitched / Math.max(1, count),
                Math.sqrt(Math.max(0, variance)));
    }

    /// Whether there is so little that nothing need be asked.
    boolean isTooLittle() {
        return voicedMs < LEAST_VOICED_MS || level < LEAST_LEVEL;
    }

    private static double rms(float[] samples, int from) {
        double sum = 0;
        for (int i = from; i < from + Frames.SAMPLES; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / Frames.SAMPLES);
    }

    /// Whether 40 ms from here repeat themselves as a voice does, by the normalised correlation of
    /// every third sample.
    private static boolean hasPitch(float[] samples, int from) {
        if (from + (LOOK + LONGEST_LAG) * THIN >= samples.length) {
            return false;
        }
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            double dot = 0;
            double one = 1e-9;
            double other = 1e-9;
            for (int i = 0; i < LOOK; i += 2) {
                double a = samples[from + i * THIN];
                double b = samples[from + (i + lag) * THIN];
                dot += a * b;
                one += a * a;
                other += b * b;
            }
            if (dot > ALIKE * Math.sqrt(one * other)) {
                return true;
            }
        }
        return false;
    }
}
