package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.port.Console;
import java.util.Optional;

/// The console, on each of whose channels something can be tried: it is laid over what the channel
/// plays, and nobody in the show hears it.
final class TriedConsole implements Console {
    private final Console behind;
    private final Overlay overlay;
    private final float[] both = new float[Frames.SAMPLES];
    private float[][] all = new float[0][];
    private volatile int channel = 1;

    /// @param behind the console itself
    /// @param overlay what is tried
    TriedConsole(Console behind, Overlay overlay) {
        this.behind = behind;
        this.overlay = overlay;
    }

    /// Where it is tried from now on.
    ///
    /// @param number from 1
    void aim(int number) {
        channel = number;
    }

    @Override
    public boolean isOff() {
        return behind.isOff();
    }

    @Override
    public String name() {
        return behind.name();
    }

    @Override
    public Optional<String> trouble() {
        return behind.trouble();
    }

    @Override
    public void open(int channels) {
        all = new float[channels][];
        behind.open(channels);
    }

    @Override
    public void play(float[][] channels) {
        System.arraycopy(channels, 0, all, 0, all.length);
        int number = channel;
        if (number <= all.length) {
            System.arraycopy(channels[number - 1], 0, both, 0, Frames.SAMPLES);
            overlay.addTo(both);
            all[number - 1] = both;
        }
        behind.play(all);
    }

    @Override
    public void close() {
        behind.close();
    }
}
