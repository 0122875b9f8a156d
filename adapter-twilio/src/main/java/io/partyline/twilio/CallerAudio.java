package io.partyline.twilio;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.Resampler;
import io.partyline.port.CallLeg;
import java.util.Arrays;
import java.util.Base64;

/// Audio from one caller: base64 of µ-law at 8 kHz in, samples at 48 kHz out to the leg.
///
/// Owned by the thread that reads the socket. Its buffers grow to the longest message, which
/// [StreamMessages] bounds.
final class CallerAudio {
    /// Most silence put in place of lost audio. The leg's jitter buffer holds about as much; of a
    /// longer gap the rest has been heard as silence already, and would come back as delay.
    private static final int LONGEST_FILL_MS = 100;

    private static final int SAMPLES_PER_MS = Frames.PHONE_RATE / 1000;

    private final CallLeg leg;
    private final Resampler resampler = new Resampler(Frames.PHONE_RATE, Frames.RATE);
    private float[] phone = {};
    private float[] studio = {};
    private long lastChunk;
    private long nextTimestamp = -1;
    private long lostMs;

    CallerAudio(CallLeg leg) {
        this.leg = leg;
    }

    /// Passes on what the caller said. A chunk that came before is ignored; one that is missing
    /// becomes silence.
    ///
    /// @throws IllegalArgumentException if the payload is not base64
    void hear(StreamMessage.Media media) {
        if (!media.inbound() || isOld(media.chunk())) {
            return;
        }
        byte[] codes = Base64.getDecoder().decode(media.payload());
        fillGap(media);
        ensureRoom(codes.length);
        Mulaw.decode(codes, 0, phone, 0, codes.length);
        pass(codes.length);
        remember(media, codes.length);
    }

    /// Milliseconds of this caller's audio that never came, as far as the carrier's numbers tell.
    long lostMs() {
        return lostMs;
    }

    private boolean isOld(long chunk) {
        return chunk >= 0 && chunk <= lastChunk;
    }

    /// Only when a chunk is missing: timestamps alone also jump when the carrier was merely late.
    private void fillGap(StreamMessage.Media media) {
        boolean missing = lastChunk > 0 && media.chunk() > lastChunk + 1;
        long gapMs = missing ? media.timestamp() - nextTimestamp : 0;
        if (gapMs > 0) {
            lostMs += gapMs;
            int samples = (int) Math.min(gapMs, LONGEST_FILL_MS) * SAMPLES_PER_MS;
            ensureRoom(samples);
            Arrays.fill(phone, 0, samples, 0);
            pass(samples);
        }
    }

    private void remember(StreamMessage.Media media, int samples) {
        lastChunk = Math.max(lastChunk, media.chunk());
        nextTimestamp = media.timestamp() + samples / SAMPLES_PER_MS;
    }

    private void pass(int samples) {
        int made = resampler.process(phone, 0, samples, studio, 0);
        leg.fromCaller(studio, 0, made);
    }

    private void ensureRoom(int samples) {
        if (phone.length < samples) {
            phone = new float[samples];
            studio = new float[resampler.maxOutput(samples)];
        }
    }
}
