package io.partyline.benchmarks.ears;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.audio.rate.Resampler;
import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.SpeechStream;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.Studio;
import io.partyline.tts.EmbeddedVoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Callers who are all on the air and talk all the time, each at another place of the same speech,
/// and who count the frames that they are played.
final class Talkers implements AutoCloseable {
    private static final String SPEECH =
            "I have been listening for an hour and I do not agree. Nobody asked the people who live"
                    + " there. What do you think about that?";
    private static final int PHONE_RATE = 8_000;
    private static final long FRAME = Duration.ofMillis(Frames.MILLIS).toNanos();

    /// A second between two sentences, in which what was said is recognised.
    private static final int PAUSE = PHONE_RATE;

    private final AtomicLong played = new AtomicLong();
    private final byte[] speech = speech();
    private final List<CallLeg> legs = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("talkers").unstarted(this::talk);
    private volatile boolean closed;

    /// Brings so many on the air.
    Talkers(Studio studio, int count) {
        for (int i = 0; i < count; i++) {
            var call = new CallId("call-" + i);
            studio.ring(call, CallerNumber.WITHHELD);
            legs.add(studio.connect(call, new Counting()).orElseThrow());
            studio.take(call);
        }
        thread.start();
    }

    private final class Counting implements Handset {
        @Override
        public void play(PhoneFrame frame) {
            played.incrementAndGet();
        }

        @Override
        public void over() {}
    }

    /// Frames that all of them together were played.
    long played() {
        return played.get();
    }

    private static byte[] speech() {
        var voice = new EmbeddedVoice();
        var phone = new float[0];
        try (SpeechStream sound = voice.speak(SPEECH, voice.voices().getFirst())) {
            var resampler = new Resampler(sound.rate(), PHONE_RATE);
            var piece = new float[2_048];
            var narrow = new float[resampler.maxOutput(piece.length)];
            for (int count = sound.read(piece); count >= 0; count = sound.read(piece)) {
                int made = resampler.process(piece, 0, count, narrow, 0);
                phone = Arrays.copyOf(phone, phone.length + made);
                System.arraycopy(narrow, 0, phone, phone.length - made, made);
            }
        }
        int frames = Math.ceilDiv(phone.length + PAUSE, Frames.PHONE_SAMPLES);
        var all = Arrays.copyOf(phone, frames * Frames.PHONE_SAMPLES);
        var codes = new byte[all.length];
        Mulaw.encode(all, 0, codes, 0, codes.length);
        return codes;
    }

    private void talk() {
        int frames = speech.length / Frames.PHONE_SAMPLES;
        long due = System.nanoTime();
        for (int at = 0; !closed; at++) {
            for (int i = 0; i < legs.size(); i++) {
                int place = (at + i * frames / legs.size()) % frames;
                legs.get(i).fromCaller(speech, place * Frames.PHONE_SAMPLES, Frames.PHONE_SAMPLES);
            }
            due += FRAME;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
