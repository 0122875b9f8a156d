package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.Studio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host and a caller who talk with voices of real speech programs, over a telephone of which it
/// is known what comes back.
class OnSpeakerTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int SECOND = 50;
    private static final float VOICE = 0.2f;

    private static final String HOST =
            "Good evening and welcome to the show. Tonight we are going to talk about the harbour,"
                    + " and about everybody who lives beside it. The council says that the old cranes"
                    + " have to go. I have walked there every morning for eleven years, and I do not"
                    + " know what I would look at if they were gone. So tell me what you think, and do"
                    + " not be polite about it.";
    private static final String CALLER =
            "My grandfather painted those cranes, twice, and he fell off one of them. If you ask me"
                    + " they are ugly, and they are dangerous, but they are ours. Nobody asked us. They"
                    + " never do. I would keep one of them, perhaps the smallest, and put a light on"
                    + " it, so that the boats can see where they are going in the fog.";

    @TempDir Path folder;

    private final HandClock clock = new HandClock();
    private final HandHandset handset = new HandHandset();
    private final Random line = new Random(1);
    private final Queue<float[]> coming = new ArrayDeque<>();

    /// Speech over and over again.
    private static final class Talker implements FrameSource {
        private final float[] speech;
        private int at;

        private Talker(float[] speech) {
            this.speech = speech;
        }

        @Override
        public boolean read(float[] frame) {
            return read(frame, Frames.SAMPLES);
        }

        private boolean read(float[] frame, int count) {
            for (int i = 0; i < count; i++) {
                frame[i] = speech[at];
                at = (at + 1) % speech.length;
            }
            return true;
        }
    }

    private float[] speech(int rate, String... command) throws IOException, InterruptedException {
        Path wav = folder.resolve("said.wav");
        Path raw = folder.resolve("said.raw");
        Tool.run(command);
        Tool.run(
                "ffmpeg",
                "-y",
                "-v",
                "error",
                "-i",
                wav.toString(),
                "-ac",
                "1",
                "-ar",
                Integer.toString(rate),
                "-f",
                "f32le",
                raw.toString());
        var bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        var samples = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(samples);
        float highest = 0;
        for (float sample : samples) {
            highest = Math.max(highest, Math.abs(sample));
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= VOICE / highest;
        }
        return samples;
    }

    private Talker host() throws IOException, InterruptedException {
        String wav = folder.resolve("said.wav").toString();
        return new Talker(speech(Frames.RATE, "espeak-ng", "-w", wav, HOST));
    }

    private Talker caller() throws IOException, InterruptedException {
        String wav = folder.resolve("said.wav").toString();
        return new Talker(speech(Frames.PHONE_RATE, "flite", "-t", CALLER, "-o", wav));
    }

    /// @param delay frames until what the caller hears comes back
    /// @param echo how much of it does
    /// @param own what the caller says; nothing if it is empty
    private long noticed(int seconds, int delay, float echo, List<Talker> own) throws Exception {
        var room = new RehearsalRoom().clock(clock).seat(new HandSeat(host()));
        try (Studio studio = room.open()) {
            studio.ring(DAVE, CallerNumber.WITHHELD);
            CallLeg leg = studio.connect(DAVE, handset).orElseThrow();
            for (int i = 0; i < delay; i++) {
                coming.add(new float[Frames.PHONE_SAMPLES]);
            }
            var taken = CompletableFuture.supplyAsync(() -> studio.take(DAVE));
            while (!taken.isDone()) {
                tick(leg, echo, own);
            }
            for (int i = 0; i < seconds * SECOND; i++) {
                tick(leg, echo, own);
            }
            var ending = CompletableFuture.runAsync(studio::end);
            while (!ending.isDone()) {
                clock.crank();
            }
            ending.get();
            return room.journal().replay(studio.show().id()).stream()
                    .filter(entry ->
                            entry.event() instanceof CallEvent.SpeakerNoticed now && now.on())
                    .count();
        }
    }

    private void tick(CallLeg leg, float echo, List<Talker> own) {
        clock.crank();
        coming.add(handset.hear(LIMIT).orElseGet(() -> new float[Frames.PHONE_SAMPLES]));
        float[] back = coming.remove();
        var said = new float[Frames.PHONE_SAMPLES];
        own.forEach(talker -> talker.read(said, said.length));
        for (int i = 0; i < said.length; i++) {
            said[i] += back[i] * echo + 0.0005f * (float) line.nextGaussian();
        }
        var codes = new byte[said.length];
        Mulaw.encode(said, 0, codes, 0, codes.length);
        leg.fromCaller(codes, 0, codes.length);
    }

    @Test
    void aCallerOnALoudspeakerIsNoticed() throws Exception {
        assertThat(noticed(20, 12, 0.1f, List.of())).isEqualTo(1);
    }

    @Test
    void twoWhoTalkAtOnceAreNot() throws Exception {
        assertThat(noticed(90, 12, 0, List.of(caller()))).isZero();
    }

    @Test
    void aCallerWhoListensIsNot() throws Exception {
        assertThat(noticed(40, 12, 0, List.of())).isZero();
    }
}
