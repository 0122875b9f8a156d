package io.partyline.studio.sound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.mixer.Listener;
import io.partyline.audio.mixer.Mixer;
import io.partyline.audio.mixer.Patch;
import io.partyline.audio.mixer.Strip;
import io.partyline.mix.WhoHears;
import io.partyline.show.Channel;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Turns who hears whom into sound: gives every source a strip and every listener a place in the
/// mixer, and hands the mixer a new patch whenever the show has changed. A source or listener that
/// was replugged (a caller on a new leg) gets a new place.
///
/// [#tick] belongs to the audio thread, [#patch] to the show thread; the rest may be read by any.
public final class Desk {
    /// Where the sound of a source comes from, and where that of a listener goes.
    interface Cabling {
        Optional<FrameSource> source(WhoHears.Source source);

        Optional<FrameSink> sink(WhoHears.Ear ear);
    }

    private final Mixer mixer = new Mixer();
    private final HostMicrophone microphone = new HostMicrophone();
    private final CardOutput[] console;
    private final CardOutput monitor = new CardOutput();
    private final Cabling cabling;
    private final Map<WhoHears.Source, Strip> strips = new HashMap<>();
    private final Map<WhoHears.Ear, Listener> listeners = new HashMap<>();
    private int nextStrip;
    private int nextListener;
    private long version;
    private volatile List<Strip> liveStrips = List.of();
    private volatile List<Listener> liveListeners = List.of();
    private volatile ShowTime time = new ShowTime(Show.before(0).id(), 0, 0);

    /// @param channels number of console channels
    Desk(int channels, Cabling cabling) {
        this.cabling = cabling;
        console = new CardOutput[channels];
        for (int i = 0; i < channels; i++) {
            console[i] = new CardOutput();
        }
    }

    /// Turns the mixer once. Real-time.
    ///
    /// @param fromHost 960 mono samples at 48 kHz, -1 to 1
    /// @param channels one frame of 960 samples for each console channel, to be overwritten
    /// @param toHost what the host hears, 960 samples, to be overwritten
    void tick(float[] fromHost, float[][] channels, float[] toHost) {
        microphone.hold(fromHost);
        monitor.aim(toHost);
        for (int i = 0; i < console.length && i < channels.length; i++) {
            console[i].aim(channels[i]);
        }
        mixer.tick();
    }

    /// The mixer's count of the frame that is mixed next, in samples since the clock started.
    long mixed() {
        return mixer.ticks() * Frames.SAMPLES;
    }

    /// The show position of the frame that is mixed next, in samples from show zero.
    public long position() {
        return time.position(mixed());
    }

    /// Where the show that sounds now lies on the mixer's count.
    public ShowTime time() {
        return time;
    }

    /// Makes this moment the given position of a show: 0 for a new one, later for one that goes on.
    public ShowTime start(ShowId show, long position) {
        time = new ShowTime(show, mixed(), position);
        return time;
    }

    public long ticks() {
        return mixer.ticks();
    }

    /// Puts these edges into the mix.
    ///
    /// @return the version that [#heard] reaches once they are fully in the sound
    long patch(List<WhoHears.Edge> edges) {
        version++;
        var patch = new Patch.Builder().version(version);
        Map<WhoHears.Source, Strip> usedStrips = new HashMap<>();
        Map<WhoHears.Ear, Listener> usedListeners = new HashMap<>();
        for (WhoHears.Edge edge : edges) {
            Optional<Strip> strip = strip(edge.source());
            Optional<Listener> listener = listener(edge.ear());
            if (strip.isPresent() && listener.isPresent()) {
                patch.hears(listener.get(), strip.get(), edge.gain());
                usedStrips.put(edge.source(), strip.get());
                usedListeners.put(edge.ear(), listener.get());
            }
        }
        strips.keySet().retainAll(usedStrips.keySet());
        listeners.keySet().retainAll(usedListeners.keySet());
        liveStrips = List.copyOf(usedStrips.values());
        liveListeners = List.copyOf(usedListeners.values());
        mixer.patch(patch.build());
        return version;
    }

    /// The last version that is fully in the sound.
    long heard() {
        return mixer.heardVersion();
    }

    Mixer mixer() {
        return mixer;
    }

    List<Strip> strips() {
        return liveStrips;
    }

    List<Listener> listeners() {
        return liveListeners;
    }

    private Optional<Strip> strip(WhoHears.Source source) {
        return plugged(source)
                .map(sound -> {
                    Strip known = strips.get(source);
                    boolean same = known != null && known.source().equals(sound);
                    return same ? known : keep(source, sound);
                });
    }

    private Optional<FrameSource> plugged(WhoHears.Source source) {
        return source.equals(WhoHears.HOST) ? Optional.of(microphone) : cabling.source(source);
    }

    private Strip keep(WhoHears.Source source, FrameSource sound) {
        nextStrip =
                free(nextStrip, slot -> strips.values().stream().anyMatch(s -> s.slot() == slot));
        var strip = new Strip(name(source), nextStrip, sound);
        strips.put(source, strip);
        return strip;
    }

    private Optional<Listener> listener(WhoHears.Ear ear) {
        return plugged(ear)
                .map(sink -> {
                    Listener known = listeners.get(ear);
                    boolean same = known != null && known.sink().equals(sink);
                    return same ? known : keep(ear, sink);
                });
    }

    private Optional<FrameSink> plugged(WhoHears.Ear ear) {
        return switch (ear) {
            case WhoHears.Ear.Monitor _ -> Optional.of(monitor);
            case WhoHears.Ear.Console(Channel(var number)) ->
                    number <= console.length ? Optional.of(console[number - 1]) : Optional.empty();
            case WhoHears.Ear.Program _,
                    WhoHears.Ear.Feed _,
                    WhoHears.Ear.Tap _,
                    WhoHears.Ear.Drain _ ->
                    cabling.sink(ear);
        };
    }

    private Listener keep(WhoHears.Ear ear, FrameSink sink) {
        nextListener =
                free(
                        nextListener,
                        slot -> listeners.values().stream().anyMatch(l -> l.slot() == slot));
        boolean limited = ear.equals(WhoHears.PROGRAM);
        var listener = new Listener(name(ear), nextListener, sink, limited);
        listeners.put(ear, listener);
        return listener;
    }

    /// The next place that is not in use, going round, so that one that has just become free rests
    /// until its ramp is over.
    private static int free(int last, IntPredicate used) {
        for (int step = 1; step <= Patch.SLOTS; step++) {
            int slot = (last + step) % Patch.SLOTS;
            if (!used.test(slot)) {
                return slot;
            }
        }
        throw new IllegalStateException("the mixer has no place left");
    }

    private static String name(WhoHears.Source source) {
        return switch (source) {
            case WhoHears.Source.Host _ -> "host";
            case WhoHears.Source.Announcer _ -> "ai";
            case WhoHears.Source.Bed _ -> "bed";
            case WhoHears.Source.Voice(var call) -> call.value();
        };
    }

    private static String name(WhoHears.Ear ear) {
        return switch (ear) {
            case WhoHears.Ear.Program _ -> "program";
            case WhoHears.Ear.Monitor _ -> "monitor";
            case WhoHears.Ear.Console(var channel) -> "channel " + channel.number();
            case WhoHears.Ear.Feed(var call) -> "to " + call;
            case WhoHears.Ear.Tap(var source) -> "stem of " + name(source);
            case WhoHears.Ear.Drain(var call) -> "from " + call;
        };
    }
}
