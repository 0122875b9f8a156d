package io.partyline.studio.sound;

import io.partyline.audio.FrameEffect;
import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.level.Meter;
import io.partyline.audio.loudness.Loudness;
import io.partyline.audio.loudness.MonoLoudness;
import io.partyline.audio.mixer.Strip;
import io.partyline.audio.player.HoldBed;
import io.partyline.mix.HeldCallerHears;
import io.partyline.mix.WhoHears;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom;
import io.partyline.port.HostSeat;
import io.partyline.port.ShowClock;
import io.partyline.show.CallId;
import io.partyline.show.CallerSound;
import io.partyline.show.Show;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that sounds: the desk, and what is plugged into it.
public final class Sound implements Desk.Cabling, AutoCloseable {
    /// How often the mix is looked at by somebody who waits for it.
    private static final Duration ROUND = Duration.ofMillis(5);

    /// A patch is in the sound within two ticks; this is for a clock that stands still.
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ShowClock clock;
    private final HostSeat seat;
    private final ProducersLine producer;
    private final Console console;
    private final HeldCallerHears whileHeld;
    private final Legs legs;
    private final Desk desk;
    private final Chains chains;
    private final PhoneClock phone;
    private final Tapes tapes;
    private final MonoLoudness loudness = new MonoLoudness();
    private final FrameSink program;
    private final Tick tick;
    private final FrameSource bed;
    private final VoiceLines voices = new VoiceLines();

    /// Of the show thread: the mixes that callers hear now.
    private final Map<WhoHears.Mix, MixBuffer> buffers = new HashMap<>();

    private volatile long version;

    /// A show whose callers are heard as they come.
    public Sound(
            ShowClock clock,
            HostSeat seat,
            Console console,
            int channels,
            HeldCallerHears whileHeld,
            Legs legs) {
        this(
                clock,
                seat,
                HostSeat.none(),
                console,
                channels,
                whileHeld,
                CallerSound.DRY,
                legs,
                HoldBed.loop());
    }

    /// @param producer where the producer's microphone and headphones are
    /// @param callers what is done to their voices
    /// @param bed what callers hear while they wait; read on the audio thread
    public Sound(
            ShowClock clock,
            HostSeat seat,
            HostSeat producer,
            Console console,
            int channels,
            HeldCallerHears whileHeld,
            CallerSound callers,
            Legs legs,
            FrameSource bed) {
        this.bed = bed;
        this.clock = clock;
        this.seat = seat;
        this.producer = new ProducersLine(producer);
        this.console = console;
        this.whileHeld = whileHeld;
        this.legs = legs;
        this.desk = new Desk(channels, this);
        this.chains = new Chains(desk.host(), callers);
        this.phone = new PhoneClock(desk, clock::pause, clock::joined);
        this.tapes = new Tapes(desk::mixed);
        this.program = this::program;
        this.tick = new Tick(seat, this.producer, console, channels, desk);
    }

    /// Connects the host's seat and the console, then starts the clock.
    public void start(int channels) {
        seat.open();
        producer.open();
        console.open(channels);
        clock.start(tick);
        phone.start();
    }

    public Desk desk() {
        return desk;
    }

    public Tapes tapes() {
        return tapes;
    }

    /// What listeners hear, measured. Behind the limiter, since that is what leaves; on the audio
    /// thread, since another one would need a tape of its own and somebody to look at it, and to be
    /// told where a show begins: all that costs more than the measuring, which is a two-thousandth
    /// of a tick.
    private void program(float[] frame) {
        loudness.write(frame);
        tapes.ofProgram().write(frame);
    }

    /// How loud the program is and was, since the show that sounds began or went on.
    public Loudness loudness() {
        return loudness.reading();
    }

    /// Measures from here on. Show thread only.
    public void measureAnew() {
        loudness.begin();
    }

    public VoiceLines voices() {
        return voices;
    }

    /// The call is over; its sound is forgotten once it has left the mix.
    public void forget(CallId call) {
        voices.forget(call);
        tapes.remove(call);
    }

    /// Makes the mix what the show says. Show thread only.
    ///
    /// @return what [#awaitHeard] waits for
    public long patch(Show show) {
        var who = new WhoHears(show, whileHeld);
        Map<CallId, WhoHears.Mix> callers = who.callers();
        List<WhoHears.Edge> edges = who.edges();
        chains.set(show);
        phone.hear(callersHear(callers));
        version = desk.patch(edges);
        buffers.keySet().retainAll(Set.copyOf(callers.values()));
        legs.heard(voices(edges));
        return version;
    }

    /// Callers on the air are played to first: they hold a conversation.
    private CallersHear callersHear(Map<CallId, WhoHears.Mix> callers) {
        var onAir = new LinkedHashMap<MixBuffer, List<Leg>>();
        var waiting = new LinkedHashMap<MixBuffer, List<Leg>>();
        callers.forEach((call, mix) -> {
            var group = mix instanceof WhoHears.Mix.MinusSelf ? onAir : waiting;
            legs.find(call)
                    .ifPresent(leg ->
                            group.computeIfAbsent(buffer(mix), _ -> new ArrayList<>()).add(leg));
        });
        onAir.putAll(waiting);
        return new CallersHear(desk.nextVersion(), onAir);
    }

    private MixBuffer buffer(WhoHears.Mix mix) {
        return buffers.computeIfAbsent(mix, _ -> new MixBuffer(desk::ticks));
    }

    private static Set<CallId> voices(List<WhoHears.Edge> edges) {
        var heard = new HashSet<CallId>();
        for (WhoHears.Edge edge : edges) {
            if (edge.source() instanceof WhoHears.Source.Voice(var call)) {
                heard.add(call);
            }
        }
        return heard;
    }

    /// Waits until a patch is fully in the sound, two seconds at most.
    ///
    /// @return false if it was not in that time: the clock stands still
    public boolean awaitHeard(long patch) {
        for (long left = LIMIT.toNanos(); left > 0; left -= ROUND.toNanos()) {
            if (desk.heard() >= patch) {
                return true;
            }
            clock.pause(ROUND.toNanos());
        }
        return desk.heard() >= patch;
    }

    @Override
    public Optional<FrameSource> source(WhoHears.Source source) {
        return switch (source) {
            case WhoHears.Source.Host _,
                    WhoHears.Source.Music _,
                    WhoHears.Source.DryMusic _,
                    WhoHears.Source.Effects _ ->
                    Optional.empty();
            case WhoHears.Source.Announcer _ -> Optional.of(voices.announcer());
            case WhoHears.Source.Bed _ -> Optional.of(bed);
            case WhoHears.Source.Producer _ -> Optional.of(producer.mouth());
            case WhoHears.Source.Screener(var call) -> voices.screenerOf(call).map(line -> line);
            case WhoHears.Source.Voice(var call) ->
                    legs.find(call).<FrameSource>map(Leg::voice).or(() -> voices.find(call));
        };
    }

    @Override
    public Optional<FrameEffect> work(WhoHears.Source source) {
        return switch (source) {
            case WhoHears.Source.Voice(var call) -> Optional.of(chains.plug(call));
            case WhoHears.Source.Host _,
                    WhoHears.Source.Announcer _,
                    WhoHears.Source.Bed _,
                    WhoHears.Source.Music _,
                    WhoHears.Source.DryMusic _,
                    WhoHears.Source.Effects _,
                    WhoHears.Source.Screener _,
                    WhoHears.Source.Producer _ ->
                    Optional.empty();
        };
    }

    @Override
    public Optional<FrameSink> sink(WhoHears.Mix mix) {
        return switch (mix) {
            case WhoHears.Mix.Program _ -> Optional.of(program);
            case WhoHears.Mix.Recorded(var source) -> Optional.of(tapes.recorded(source));
            case WhoHears.Mix.ListenedTo(var source) -> Optional.of(tapes.listenedTo(source));
            case WhoHears.Mix.ToScreener(var call) -> Optional.of(tapes.toScreener(call));
            case WhoHears.Mix.ToProducer _ -> Optional.of(producer.ear());
            case WhoHears.Mix.MinusSelf _,
                    WhoHears.Mix.OnHold _,
                    WhoHears.Mix.OnHoldUnderTalkback _,
                    WhoHears.Mix.OnHoldUnderScreener _,
                    WhoHears.Mix.OnHoldUnderProducer _ ->
                    Optional.of(buffer(mix));
            case WhoHears.Mix.Monitor _, WhoHears.Mix.Console _ -> Optional.empty();
        };
    }

    /// What the host watches: the program, their own voice and what they hear, the AI voices and
    /// every caller on the air; however many wait, their lines are not among it.
    public List<ControlRoom.Level> levels() {
        var levels = new ArrayList<ControlRoom.Level>();
        for (Strip strip : desk.strips()) {
            if (!strip.source().equals(bed)) {
                levels.add(level(strip.name(), strip.meter()));
            }
        }
        desk.meters().forEach(listener -> levels.add(level(listener.name(), listener.meter())));
        return List.copyOf(levels);
    }

    private static ControlRoom.Level level(String name, Meter meter) {
        return new ControlRoom.Level(
                name, Frames.decibels(meter.peak()), Frames.decibels(meter.rms()));
    }

    @Override
    public void close() {
        clock.close();
        phone.close();
        seat.close();
        producer.close();
        console.close();
    }

    /// How often a tick, a seat or the console threw, which none should.
    public long faults() {
        return clock.faults() + tick.faults();
    }

    /// Frames that callers did not get: their connection was stuck, or the computer was late.
    public long missedByCallers() {
        return phone.missed();
    }

    /// The samples of a duration.
    public static long samples(Duration duration) {
        return duration.toNanos() * (Frames.RATE / 1_000) / 1_000_000;
    }

    /// The duration of samples.
    public static Duration duration(long samples) {
        return Duration.ofNanos(samples * 1_000_000 / (Frames.RATE / 1_000));
    }
}
