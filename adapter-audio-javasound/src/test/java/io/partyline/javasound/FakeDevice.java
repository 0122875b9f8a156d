package io.partyline.javasound;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// A device in memory, which runs by the clock of the [FakeComputer] that it is plugged into.
/// Strict: what a show has no business with is not there.
final class FakeDevice {
    private static final class Name extends Mixer.Info {
        private Name(String name) {
            super(name, "made up", "in memory", "1");
        }
    }

    private final Name name;
    private final Class<? extends DataLine> kind;
    private final Set<Integer> channels;
    private final Set<Integer> rates;
    private final Mixer mixer = Strict.as(Mixer.class, this);
    private final List<FakeLine> lines = new CopyOnWriteArrayList<>();

    /// How much faster than the computer's clock it runs.
    volatile double speed = 1;

    volatile boolean busy;

    /// Whether its driver makes a mistake when it is opened.
    volatile boolean faulty;

    /// Whether its driver makes a mistake whatever is done with an open line.
    volatile boolean faultyInUse;

    /// Whether its writes and reads do not come back.
    volatile boolean stuck;

    /// Open once somebody has got stuck.
    final CountDownLatch entered = new CountDownLatch(1);

    private volatile NanoTime time = NanoTime.ofThisComputer();
    private volatile boolean standsStill;

    /// What a microphone hears on its first channel; the second hears nothing.
    volatile double loudness;

    private FakeDevice(
            String name,
            Class<? extends DataLine> kind,
            Set<Integer> channels,
            Set<Integer> rates) {
        this.name = new Name(name);
        this.kind = kind;
        this.channels = channels;
        this.rates = rates;
    }

    static FakeDevice output(String name, Integer... channels) {
        return outputAt(48_000, name, channels);
    }

    static FakeDevice outputAt(int rate, String name, Integer... channels) {
        return new FakeDevice(name, SourceDataLine.class, Set.of(channels), Set.of(rate));
    }

    static FakeDevice microphone(String name, int rate, int channels) {
        return new FakeDevice(name, TargetDataLine.class, Set.of(channels), Set.of(rate));
    }

    /// As Java Sound knows it.
    Mixer mixer() {
        return mixer;
    }

    void plugInto(NanoTime computer) {
        time = computer;
        goOn();
    }

    /// Plays and hears nothing from now on, and says nothing of it.
    void standStill() {
        lines.forEach(FakeLine::pass);
        standsStill = true;
    }

    void goOn() {
        lines.forEach(FakeLine::pass);
        standsStill = false;
    }

    boolean standsStill() {
        return standsStill;
    }

    void makeAMistake() {
        if (faultyInUse) {
            throw new IllegalStateException("a fault of a driver");
        }
    }

    /// The line that was opened last.
    FakeLine line() {
        return lines.getLast();
    }

    FakeLine firstLine() {
        return lines.getFirst();
    }

    boolean isMicrophone() {
        return kind == TargetDataLine.class;
    }

    int opened() {
        return lines.size();
    }

    public Mixer.Info getMixerInfo() {
        return name;
    }

    public Line.Info[] getSourceLineInfo() {
        return infos(SourceDataLine.class);
    }

    public Line.Info[] getTargetLineInfo() {
        return infos(TargetDataLine.class);
    }

    private Line.Info[] infos(Class<?> asked) {
        return kind.equals(asked) ? new Line.Info[] {new Line.Info(kind)} : new Line.Info[0];
    }

    public boolean isLineSupported(Line.Info info) {
        AudioFormat format = ((DataLine.Info) info).getFormats()[0];
        return info.getLineClass().equals(kind)
                && channels.contains(format.getChannels())
                && rates.contains(Math.round(format.getSampleRate()))
                && format.getSampleSizeInBits() == 16;
    }

    public Line getLine(Line.Info info) {
        if (faulty) {
            throw new IllegalStateException("a fault of a driver");
        }
        var line = new FakeLine(this, time);
        lines.add(line);
        return line.line();
    }
}
