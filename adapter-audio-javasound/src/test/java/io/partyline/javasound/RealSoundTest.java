package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The seat's microphone and the console at real sound systems: an ALSA device that is a file, and
/// a PulseAudio server. Nothing here depends on how fast the computer is; what was played is looked
/// at afterwards.
@Tag("ci")
class RealSoundTest {
    private static final int CHANNELS = 8;

    /// A device that has all the time in the world plays a turn of every channel in two seconds.
    private static final int BYTES_A_ROUND =
            (CHANNELS + 1) * SoundProgram.TURN * Frames.SAMPLES * CHANNELS * 2;

    private static final double LOUD = 0.25;

    @TempDir Path folder;

    @Test
    void onAnAlsaFileEachChannelIsAloneAndTheMicrophoneIsHeard() throws IOException {
        Programs.need(
                Files.exists(Path.of("/usr/share/alsa/alsa.conf")), "alsa-lib is not installed");
        Path out = folder.resolve("out.raw");
        Path conf =
                Files.writeString(
                        folder.resolve("alsa.conf"),
                        """
                        </usr/share/alsa/alsa.conf>
                        pcm.!default { type asym
                          playback.pcm { type file slave.pcm { type null } file "%s" format "raw" }
                          capture.pcm { type file slave.pcm { type null } file "/dev/null" infile "%s" format "raw" } }
                        """
                                .formatted(out, voice(60)));
        try (var sound = new RunningSound(CHANNELS, Map.of("ALSA_CONFIG_PATH", conf.toString()))) {
            sound.await(RealSoundTest::bothWays);
            awaitLength(out, 9);
        }
        new Recorded(out, CHANNELS).assertEachAlone(1);
    }

    @Test
    void onPulseAudioEachChannelIsAloneAndASinkThatWasAwayIsUsedAgain() throws IOException {
        needPulse();
        Path voice = voice(300);
        try (var pulse = new PulseServer(folder)) {
            String sink = pulse.loadSink(PulseServer.LOUDSPEAKERS);
            String microphone = pulse.loadMicrophone(voice);
            try (var sound = new RunningSound(CHANNELS, pulse.environment())) {
                sound.await(RealSoundTest::bothWays);
                record(pulse, "before", PulseServer.LOUDSPEAKERS).assertEachAlone(1);
                pulse.unload(microphone);
                pulse.unload(sink);
                sound.await(it -> it.contains("console is away"));
                pulse.loadSink(PulseServer.LOUDSPEAKERS);
                pulse.loadMicrophone(voice);
                sound.await(RealSoundTest::bothWays);
                record(pulse, "after", PulseServer.LOUDSPEAKERS).assertEachAlone(1);
            }
        }
    }

    private static boolean bothWays(String answer) {
        return answer.contains("console plays")
                && Math.abs(RunningSound.microphone(answer) - LOUD) < 0.01;
    }

    private static void needPulse() {
        Programs.need("pulseaudio", "pactl", "pacat", "parec");
        Programs.need(
                Files.exists(Path.of("/usr/share/alsa/alsa.conf.d/50-pulseaudio.conf")),
                "libasound2-plugins is not installed");
    }

    /// ALSA counts loudspeakers and knows no numbers: why the guide says to use the map above.
    @Test
    void onPulseAudioASinkOfNumberedChannelsIsSilent() throws IOException {
        needPulse();
        try (var pulse = new PulseServer(folder)) {
            pulse.loadSink(PulseServer.NUMBERS);
            try (var sound = new RunningSound(CHANNELS, pulse.environment())) {
                sound.await(it -> it.contains("console plays"));
                assertThat(record(pulse, "numbered", PulseServer.NUMBERS).isSilent()).isTrue();
            }
        }
    }

    private Recorded record(PulseServer pulse, String name, String map) throws IOException {
        Path raw = folder.resolve(name + ".raw");
        Process recording = pulse.record(raw, map);
        awaitLength(raw, 3);
        PulseServer.end(recording);
        return new Recorded(raw, CHANNELS);
    }

    private static void awaitLength(Path file, int rounds) throws IOException {
        long deadline = System.nanoTime() + RunningSound.SOON.toNanos();
        while (!Files.exists(file) || Files.size(file) < (long) rounds * BYTES_A_ROUND) {
            assertThat(System.nanoTime()).as("too little in " + file).isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }

    /// So many seconds of a tone for the microphone.
    private Path voice(int seconds) throws IOException {
        ByteBuffer pcm = ByteBuffer.allocate(2 * seconds * Frames.RATE);
        pcm.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < seconds * Frames.RATE; i++) {
            double sample = LOUD * Math.sqrt(2) * Math.sin(2 * Math.PI * 500 * i / Frames.RATE);
            pcm.putShort((short) Math.round(sample * Short.MAX_VALUE));
        }
        return Files.write(folder.resolve("voice.raw"), pcm.array());
    }
}
