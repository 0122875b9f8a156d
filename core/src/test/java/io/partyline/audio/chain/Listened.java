package io.partyline.audio.chain;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.loudness.MonoLoudness;

/// A caller's chain and a host, and what becomes of what the caller says.
final class Listened {
    final HostVoice host = new HostVoice();
    final AutomaticGain gain = new AutomaticGain(host);
    final VoiceChain chain;
    private final FrameSource caller;
    private final float[] fromHost = new float[Frames.SAMPLES];
    private FrameSource hostSays = Listened::nothing;

    Listened(FrameSource caller, double duckDb) {
        this.caller = caller;
        this.chain = new VoiceChain(host, gain, duckDb, 0);
    }

    static boolean nothing(float[] frame) {
        Frames.silence(frame);
        return false;
    }

    /// From now on the host says this.
    Listened host(FrameSource says) {
        hostSays = says;
        return this;
    }

    /// What is heard of the caller in the next seconds.
    float[] listen(double seconds) {
        int frames = (int) Math.round(seconds * 50);
        var heard = new float[frames * Frames.SAMPLES];
        var frame = new float[Frames.SAMPLES];
        for (int i = 0; i < frames; i++) {
            hostSays.read(fromHost);
            host.hear(fromHost, true);
            caller.read(frame);
            chain.work(frame);
            System.arraycopy(frame, 0, heard, i * Frames.SAMPLES, Frames.SAMPLES);
        }
        return heard;
    }

    static double loudness(float[] sound) {
        var meter = new MonoLoudness();
        var frame = new float[Frames.SAMPLES];
        for (int at = 0; at < sound.length; at += Frames.SAMPLES) {
            System.arraycopy(sound, at, frame, 0, Frames.SAMPLES);
            meter.write(frame);
        }
        return meter.reading().integrated();
    }

    static double level(float[] sound) {
        return Frames.decibels(Frames.rms(sound, sound.length));
    }

    static float[] part(float[] sound, double from, double to) {
        return java.util.Arrays.copyOfRange(
                sound, (int) (from * Frames.RATE), (int) (to * Frames.RATE));
    }
}
