package io.partyline.studio.sound;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.EchoFinder;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Show;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread named `speaker-watch`: looks once a second whether callers on the air listen by a
/// loudspeaker, so that the host can ask them to pick up.
public final class SpeakerWatch implements AutoCloseable {
    /// How often it looks at the clock.
    private static final Duration ROUND = Duration.ofMillis(500);

    /// A second.
    private static final int TICKS = 1_000 / Frames.MILLIS;

    private final Sound sound;
    private final Supplier<Show> show;
    private final Consumer<CallCommand> report;
    private final Pause pause;
    private final Map<CallId, EchoFinder> finders = new HashMap<>();
    private final Set<CallId> told = new HashSet<>();
    private final Thread thread;
    private volatile boolean stopping;

    /// @param report told when somebody begins or ends to listen that way
    /// @param pause how it waits
    public SpeakerWatch(
            Sound sound, Supplier<Show> show, Consumer<CallCommand> report, Pause pause) {
        this.sound = sound;
        this.show = show;
        this.report = report;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("speaker-watch").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        long looked = sound.desk().ticks();
        while (!stopping) {
            long now = sound.desk().ticks();
            if (now - looked >= TICKS) {
                looked = now;
                look();
            }
            pause.pause(ROUND.toNanos());
        }
    }

    private void look() {
        finders.keySet().retainAll(show.get().calls().live().keySet());
        told.retainAll(finders.keySet());
        sound.desk()
                .returns()
                .traces()
                .forEach((call, trace) -> {
                    boolean found =
                            finders.computeIfAbsent(call, _ -> new EchoFinder()).look(trace);
                    boolean news = found ? told.add(call) : told.remove(call);
                    if (news) {
                        report.accept(new CallCommand.ReportSpeaker(call, found));
                    }
                });
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }
}
