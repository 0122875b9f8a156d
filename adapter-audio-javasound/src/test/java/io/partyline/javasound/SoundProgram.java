package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.studio.ComputerClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A show on the real devices of this computer, as a program of its own: which devices there are is
/// told to the sound library by its environment.
///
/// Each console channel has a turn alone, and then none; it answers every line by how it is, and
/// ends with its input.
final class SoundProgram {
    /// Ticks of each turn: a fifth of a second.
    static final int TURN = 10;

    private static final int HERTZ = 1_000;

    private final float[][] channels;
    private final float[][] tones;
    private final float[] silence = new float[Frames.SAMPLES];
    private final float[] said = new float[Frames.SAMPLES];
    private final JavaSoundSeat seat;
    private final JavaSoundConsole console;
    private long ticks;
    private volatile double microphone;

    private SoundProgram(SoundSettings settings) {
        seat = new JavaSoundSeat(settings);
        console = new JavaSoundConsole(settings);
        channels = new float[settings.channels()][];
        tones = new float[channels.length][Frames.SAMPLES];
        for (int channel = 0; channel < tones.length; channel++) {
            double peak = Math.sqrt(2) * loudness(channel + 1);
            for (int i = 0; i < Frames.SAMPLES; i++) {
                tones[channel][i] =
                        (float) (peak * Math.sin(2 * Math.PI * HERTZ * i / Frames.RATE));
            }
        }
    }

    /// How loud a channel's turn is, as the root of the mean square: each in another way.
    static double loudness(int channel) {
        return 0.05 + 0.02 * channel;
    }

    private void tick() {
        int turn = (int) (ticks / TURN % (channels.length + 1));
        for (int i = 0; i < channels.length; i++) {
            channels[i] = i == turn ? tones[i] : silence;
        }
        seat.microphone().read(said);
        seat.monitor().write(silence);
        console.play(channels);
        microphone = Frames.rms(said, said.length);
        ticks++;
    }

    /// How it is, in one line.
    private String words() {
        return String.format(
                Locale.ROOT,
                "microphone %.4f; console %s; %s",
                microphone,
                console.trouble().isEmpty() ? "plays" : "is away",
                console.name());
    }

    /// Plays until its input ends.
    ///
    /// @param args how many channels
    public static void main(String[] args) throws IOException {
        String output = SoundDevices.ofThisComputer().outputs().getFirst();
        int channels = Integer.parseInt(args[0]);
        var program =
                new SoundProgram(
                        new SoundSettings(Optional.of(output), Optional.empty(), channels));
        program.seat.open();
        program.console.open(channels);
        try (var clock = new ComputerClock()) {
            clock.start(program::tick);
            var asked =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (asked.readLine() != null) {
                System.out.println(program.words());
            }
        }
        program.seat.close();
        program.console.close();
    }
}
