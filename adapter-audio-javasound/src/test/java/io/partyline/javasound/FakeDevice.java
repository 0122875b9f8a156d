package io.partyline.javasound;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Control;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineListener;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// A device in memory, which runs by the clock of the [FakeComputer] that it is plugged into.
/// Strict: what a show has no business with is not there.
final class FakeDevice implements Mixer {
    private static final class Name extends Mixer.Info {
        private Name(String name) {
            super(name, "made up", "in memory", "1");
        }
    }

    private final Name name;
    private final Class<? extends DataLine> kind;
    private final Set<Integer> channels;
    private final Set<Integer> rates;
    private final List<FakeLine> lines = new CopyOnWriteArrayList<>();

    /// How much faster than the computer's clock it runs.
    volatile double speed = 1;

    volatile boolean busy;

    /// Whether its driver makes a mistake when it is opened.
    volatile boolean faulty;

    /// Whether its writes and reads do not come back.
    volatile boolean stuck;

    /// Open once somebody has got stuck.
    final CountDownLatch entered = new CountDownLatch(1);

    private volatile ComputerClock clock = ComputerClock.ofThisComputer();
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

    void plugInto(ComputerClock computer) {
        clock = computer;
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

    @Override
    public Mixer.Info getMixerInfo() {
        return name;
    }

    @Override
    public Line.Info[] getSourceLineInfo() {
        return infos(SourceDataLine.class);
    }

    @Override
    public Line.Info[] getTargetLineInfo() {
        return infos(TargetDataLine.class);
    }

    private Line.Info[] infos(Class<?> asked) {
        return kind.equals(asked) ? new Line.Info[] {new Line.Info(kind)} : new Line.Info[0];
    }

    @Override
    public boolean isLineSupported(Line.Info info) {
        AudioFormat format = ((DataLine.Info) info).getFormats()[0];
        return info.getLineClass().equals(kind)
                && channels.contains(format.getChannels())
                && rates.contains(Math.round(format.getSampleRate()))
                && format.getSampleSizeInBits() == 16;
    }

    @Override
    public Line getLine(Line.Info info) {
        if (faulty) {
            throw new IllegalStateException("a fault of a driver");
        }
        var line = new FakeLine(this, clock);
        lines.add(line);
        return line;
    }

    @Override
    public Line.Info[] getSourceLineInfo(Line.Info info) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line.Info[] getTargetLineInfo(Line.Info info) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getMaxLines(Line.Info info) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line[] getSourceLines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line[] getTargetLines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void synchronize(Line[] group, boolean maintainSync) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unsynchronize(Line[] group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSynchronizationSupported(Line[] group, boolean maintainSync) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line.Info getLineInfo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Control[] getControls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isControlSupported(Control.Type control) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Control getControl(Control.Type control) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addLineListener(LineListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeLineListener(LineListener listener) {
        throw new UnsupportedOperationException();
    }
}
