package io.partyline.studio.sound;

import io.partyline.audio.FrameEffect;
import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.chain.HostVoice;
import io.partyline.audio.mixer.Listener;
import io.partyline.audio.mixer.Mixer;
import io.partyline.audio.mixer.Patch;
import io.partyline.audio.mixer.Strip;
import io.partyline.mix.Form;
import io.partyline.mix.WhoHears;
import io.partyline.show.Channel;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns who hears whom into sound: gives every source a strip and every listener a place in the
/// mixer, and hands the mixer a new patch whenever the show has changed. A source or listener that
/// was replugged (a caller on a new leg) is a new one.
///
/// [#tick] belongs to the audio thread, [#patch] to the show thread; the rest may be read by any.
public final class Desk {
    /// Where the sound of a source comes from, and where that of a listener goes.
    interface Cabling {
        Optional<FrameSource> source(WhoHears.Source source);

        Optional<FrameSink> sink(WhoHears.Mix mix);

        /// Makes what is done to a source for those who hear it worked on, once for each line that
        /// it comes on; empty if they hear it as it comes.
        default Optional<FrameEffect> work(WhoHears.Source source) {
            return Optional.empty();
        }
    }

    private static final WhoHears.Edge HOST_ON_AIR =
            new WhoHears.Edge(WhoHears.PROGRAM, WhoHears.HOST, 1);

    private final Mixer mixer = new Mixer();
    private final HostMicrophone microphone = new HostMicrophone();
    private final HostVoice host = new HostVoice();
    private final CardOutput[] console;
    private final CardOutput monitor = new CardOutput();
    private final Returns returns = new Returns();
    private final Cabling cabling;
    private final Players players = new Players();
    private final Mouths mouths = new Mouths();
    private final Map<WhoHears.Source, Strip> strips = new HashMap<>();
    private final Map<WhoHears.Source, Strip> worked = new HashMap<>();
    private final Map<WhoHears.Mix, Listener> listeners = new HashMap<>();
    private long version;
    private volatile boolean hostOnAir;
    private volatile long tickedAt = System.nanoTime();
    private volatile List<Strip> liveStrips = List.of();
    private volatile List<Listener> meters = List.of();
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
        host.hear(fromHost, hostOnAir);
        monitor.aim(toHost);
        for (int i = 0; i < console.length && i < channels.length; i++) {
            console[i].aim(channels[i]);
        }
        players.turn(mixed(), mouths.speak());
        mixer.tick();
        returns.tick();
        tickedAt = System.nanoTime();
    }

    /// What the chains of callers go by.
    HostVoice host() {
        return host;
    }

    /// What is sent to callers, and what comes back.
    Returns returns() {
        return returns;
    }

    /// When the last tick was over, on the clock of [System#nanoTime].
    long tickedAt() {
        return tickedAt;
    }

    /// Which version of the patch was mixed in a tick of the last second.
    long versionAt(long tick) {
        return mixer.versionAt(tick);
    }

    /// The mixer's count of the frame that is mixed next, in samples since the clock started.
    public long mixed() {
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

    /// The version that the next patch will have. Show thread only.
    long nextVersion() {
        return version + 1;
    }

    /// Puts these edges into the mix.
    ///
    /// @return the version that [#heard] reaches once they are fully in the sound
    long patch(List<WhoHears.Edge> edges) {
        version++;
        var patch = new Patch.Builder().version(version);
        Map<WhoHears.Source, Strip> usedStrips = new HashMap<>();
        Map<WhoHears.Mix, Listener> usedListeners = new HashMap<>();
        Set<Strip> shown = new LinkedHashSet<>();
        Set<Strip> voices = new LinkedHashSet<>();
        for (WhoHears.Edge edge : edges) {
            Optional<Strip> strip = strip(edge.source());
            Optional<Listener> listener = listener(edge.mix());
            if (strip.isPresent() && listener.isPresent()) {
                Strip heard = inForm(Form.of(edge.mix()), edge.source(), strip.get());
                patch.hears(listener.get(), heard, edge.gain());
                usedStrips.put(edge.source(), strip.get());
                usedListeners.put(edge.mix(), listener.get());
                if (isTheHostsAffair(edge)) {
                    shown.add(heard);
                }
                if (edge.mix().equals(WhoHears.PROGRAM) && isVoice(edge.source())) {
                    voices.add(strip.get());
                }
            }
        }
        strips.keySet().retainAll(usedStrips.keySet());
        worked.keySet().retainAll(usedStrips.keySet());
        hostOnAir = edges.contains(HOST_ON_AIR);
        listeners.keySet().retainAll(usedListeners.keySet());
        returns.plug(listeners, strips);
        liveStrips = List.copyOf(shown);
        mouths.of(voices);
        meters =
                Stream.of(WhoHears.PROGRAM, WhoHears.MONITOR)
                        .flatMap(mix -> Optional.ofNullable(listeners.get(mix)).stream())
                        .toList();
        mixer.patch(patch.build());
        return version;
    }

    /// What a screener or the producer and a caller say to each other has no meter on the host's
    /// desk, nor has what is kept: a voice has one meter, of what others hear, and so has music.
    private static boolean isTheHostsAffair(WhoHears.Edge edge) {
        return switch (edge.mix()) {
            case WhoHears.Mix.OnHoldUnderScreener _,
                    WhoHears.Mix.OnHoldUnderProducer _,
                    WhoHears.Mix.ToProducer _ ->
                    false;
            case WhoHears.Mix mix -> Form.of(mix) == Form.WORKED;
        };
    }

    /// A voice on another line is a strip of its own, and is worked on anew.
    private Strip inForm(Form form, WhoHears.Source source, Strip dry) {
        if (form == Form.DRY) {
            return dry;
        }
        Strip known = worked.get(source);
        if (known != null && known.base().filter(dry::equals).isPresent()) {
            return known;
        }
        Optional<Strip> made = cabling.work(source).map(work -> new Strip(dry.name(), dry, work));
        made.ifPresent(strip -> worked.put(source, strip));
        return made.orElse(dry);
    }

    private static boolean isVoice(WhoHears.Source source) {
        return switch (source) {
            case WhoHears.Source.Host _,
                    WhoHears.Source.Announcer _,
                    WhoHears.Source.Voice _,
                    WhoHears.Source.Screener _,
                    WhoHears.Source.Producer _ ->
                    true;
            case WhoHears.Source.Bed _,
                    WhoHears.Source.Music _,
                    WhoHears.Source.DryMusic _,
                    WhoHears.Source.Effects _ ->
                    false;
        };
    }

    /// What plays music and carts.
    public Players players() {
        return players;
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

    /// What has a meter on the host's desk.
    List<Listener> meters() {
        return meters;
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
        return switch (source) {
            case WhoHears.Source.Host _ -> Optional.of(microphone);
            case WhoHears.Source.Music _ -> Optional.of(players.music());
            case WhoHears.Source.DryMusic _ -> Optional.of(players.dryMusic());
            case WhoHears.Source.Effects _ -> Optional.of(players.effects());
            case WhoHears.Source.Announcer _,
                    WhoHears.Source.Bed _,
                    WhoHears.Source.Voice _,
                    WhoHears.Source.Screener _,
                    WhoHears.Source.Producer _ ->
                    cabling.source(source);
        };
    }

    private Strip keep(WhoHears.Source source, FrameSource sound) {
        var strip = new Strip(name(source), sound);
        strips.put(source, strip);
        return strip;
    }

    private Optional<Listener> listener(WhoHears.Mix mix) {
        return plugged(mix)
                .map(sink -> {
                    Listener known = listeners.get(mix);
                    boolean same = known != null && known.sink().equals(sink);
                    return same ? known : keep(mix, sink);
                });
    }

    private Optional<FrameSink> plugged(WhoHears.Mix mix) {
        return switch (mix) {
            case WhoHears.Mix.Monitor _ -> Optional.of(monitor);
            case WhoHears.Mix.Console(Channel(var number)) ->
                    number <= console.length ? Optional.of(console[number - 1]) : Optional.empty();
            case WhoHears.Mix.Program _,
                    WhoHears.Mix.Recorded _,
                    WhoHears.Mix.ListenedTo _,
                    WhoHears.Mix.MinusSelf _,
                    WhoHears.Mix.OnHold _,
                    WhoHears.Mix.OnHoldUnderTalkback _,
                    WhoHears.Mix.OnHoldUnderScreener _,
                    WhoHears.Mix.ToScreener _,
                    WhoHears.Mix.OnHoldUnderProducer _,
                    WhoHears.Mix.ToProducer _ ->
                    cabling.sink(mix);
        };
    }

    private Listener keep(WhoHears.Mix mix, FrameSink sink) {
        var listener =
                isLookedAt(mix)
                        ? new Listener(name(mix), sink, mix.equals(WhoHears.PROGRAM))
                        : Listener.unmetered(name(mix), sink);
        listeners.put(mix, listener);
        return listener;
    }

    /// What has a meter on the host's desk, and what [Returns] compares with what comes back.
    private static boolean isLookedAt(WhoHears.Mix mix) {
        return mix.equals(WhoHears.PROGRAM)
                || mix.equals(WhoHears.MONITOR)
                || mix instanceof WhoHears.Mix.MinusSelf;
    }

    private static String name(WhoHears.Source source) {
        return switch (source) {
            case WhoHears.Source.Host _ -> "host";
            case WhoHears.Source.Announcer _ -> "ai";
            case WhoHears.Source.Bed _ -> "bed";
            case WhoHears.Source.Music _ -> "music";
            case WhoHears.Source.DryMusic _ -> "music as played";
            case WhoHears.Source.Effects _ -> "effects";
            case WhoHears.Source.Voice(var call) -> call.value();
            case WhoHears.Source.Screener(var call) -> "screener of " + call;
            case WhoHears.Source.Producer _ -> "producer";
        };
    }

    private static String name(WhoHears.Mix mix) {
        return switch (mix) {
            case WhoHears.Mix.Program _ -> "program";
            case WhoHears.Mix.Monitor _ -> "monitor";
            case WhoHears.Mix.Console(var channel) -> "channel " + channel.number();
            case WhoHears.Mix.Recorded(var source) -> "stem of " + name(source);
            case WhoHears.Mix.ListenedTo(var source) -> "words of " + name(source);
            case WhoHears.Mix.MinusSelf(var call) -> "to " + call;
            case WhoHears.Mix.OnHold _ -> "to those who wait";
            case WhoHears.Mix.OnHoldUnderTalkback _ -> "to those the host talks to";
            case WhoHears.Mix.OnHoldUnderScreener(var call) -> "to " + call + " on hold";
            case WhoHears.Mix.ToScreener(var call) -> "to the screener of " + call;
            case WhoHears.Mix.OnHoldUnderProducer _ -> "to whom the producer talks with";
            case WhoHears.Mix.ToProducer _ -> "to the producer";
        };
    }
}
