package io.partyline.http;

import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import io.partyline.doorway.Doorway;
import io.partyline.doorway.Limits;
import io.partyline.port.ControlRoom;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.Exports;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The host's way into the studio: the dashboard, the API for scripts, and the event feed.
///
/// It listens on an address of its own, apart from the phone door, so that nothing here can be
/// reached through the tunnel. Safe for use by many threads.
public final class StudioDoor implements AutoCloseable {
    /// The host's own connections at once: some dashboards with their feeds, and scripts.
    private static final int MOST_CONNECTIONS = 128;

    /// Connections that the gate has not let in yet.
    private static final int MOST_STRANGERS = 32;

    private final ControlRoom room;
    private final StudioSettings settings;
    private final Exports exports;
    private final RecordedShow recording;
    private final Supplier<List<Health>> health;
    private final InstantSource clock;
    private final EventStreams events;
    private final WrongTries tries = new WrongTries(System::nanoTime);
    private final Detours detours = new Detours(System::nanoTime);
    private final Doorway doorway =
            new Doorway(
                    Limits.of(MOST_CONNECTIONS, MOST_STRANGERS, Asked.LARGEST_BODY),
                    Errors::refusal);
    private final Microphones microphones;
    private final Setup setup;

    /// A door that is not open yet.
    ///
    /// @param exports what can be made of the show
    /// @param recording what the recorder has to tell
    /// @param health how each part is doing, of the studio and of the house around it; must not
    ///   block
    /// @param clock the wall time that waits are counted by
    public StudioDoor(
            ControlRoom room,
            StudioSettings settings,
            Exports exports,
            RecordedShow recording,
            Supplier<List<Health>> health,
            InstantSource clock) {
        this(room, settings, exports, recording, health, clock, new EventStreams(room));
    }

    /// The same door with a seat for the host, at which pages of the dashboard may sit.
    public StudioDoor with(BrowserSeat offered) {
        offered.recorded(this::isRecorded);
        return with(microphones.withHost(offered), setup);
    }

    /// The same door with a microphone for the producer, who talks with callers who wait. Who a
    /// page is, its password says.
    public StudioDoor withProducer(BrowserSeat offered) {
        Microphones more = microphones.withProducer(offered);
        var talks = new TalkRoutes(new Control(room), more.producer());
        offered.whenLeft(() -> Thread.ofVirtual().name("producer-left").start(talks::left));
        return with(more, setup);
    }

    /// The same door, at which the host sees what the show is set up with and tries it.
    public StudioDoor with(Setup told) {
        return with(microphones, told);
    }

    private StudioDoor with(Microphones offered, Setup told) {
        return new StudioDoor(
                room, settings, exports, recording, health, clock, events, offered, told);
    }

    private boolean isRecorded(ShowId id) {
        Show show = room.show();
        return show.id().equals(id) && show.open() && show.recording().runs();
    }

    StudioDoor(
            ControlRoom room,
            StudioSettings settings,
            Exports exports,
            RecordedShow recording,
            Supplier<List<Health>> health,
            InstantSource clock,
            EventStreams events) {
        this(
                room,
                settings,
                exports,
                recording,
                health,
                clock,
                events,
                Microphones.NONE,
                Setup.none());
    }

    private StudioDoor(
            ControlRoom room,
            StudioSettings settings,
            Exports exports,
            RecordedShow recording,
            Supplier<List<Health>> health,
            InstantSource clock,
            EventStreams events,
            Microphones microphones,
            Setup setup) {
        this.room = room;
        this.settings = settings;
        this.exports = exports;
        this.recording = recording;
        this.health = health;
        this.clock = clock;
        this.events = events;
        this.microphones = microphones;
        this.setup = setup;
    }

    /// Makes a listener of a server the studio door: its address, its limits and its routes.
    public void mount(ListenerConfig.BuilderBase<?, ?> listener) {
        listener.host(settings.host());
        listener.port(settings.port());
        listener.directHandlers(Errors.beforeRouting());
        HttpRouting.Builder http = HttpRouting.builder();
        routes(http);
        listener.addRouting(http);
        if (microphones.any()) {
            mountSeats(listener);
        } else {
            doorway.mount(listener, Http1Config.builder());
        }
    }

    private void mountSeats(ListenerConfig.BuilderBase<?, ?> listener) {
        var guard = new SeatGuard(admission(), passwords(), microphones);
        listener.addRouting(WsRouting.builder().endpoint(SeatRoutes.PATH, microphones::page));
        doorway.mount(
                listener,
                Http1Config.builder().addReceiveListener(guard),
                WsConfig.builder().maxFrameLength(SeatPage.LONGEST_FRAME).build());
    }

    private Admission admission() {
        return new Admission(new OwnAddresses(settings.host()), detours);
    }

    private Optional<Passwords> passwords() {
        return settings.password()
                .map(host -> {
                    var secrets = new EnumMap<Who, String>(Who.class);
                    secrets.put(Who.HOST, host);
                    settings.seats()
                            .producer()
                            .ifPresent(secret -> secrets.put(Who.PRODUCER, secret));
                    return new Passwords(secrets, tries, StudioDoor::pause);
                });
    }

    private void routes(HttpRouting.Builder routing) {
        routing.addFilter(new StudioGate(admission(), passwords(), settings.seats().stageOpen()));
        Errors.into(routing);
        api().into(routing);
        routing.get(new Dashboard());
        routing.any((request, _) -> {
            throw new Problem(404, "The studio door has no such thing.");
        });
    }

    /// Ends the event streams and sends the pages away that sit here, so that the server can stop
    /// at once.
    @Override
    public void close() {
        events.close();
        microphones.close();
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("The door is closed.", stopped);
        }
    }

    /// How every part is doing, this door among them if there is something to tell of it.
    private List<Health> parts() {
        Stream<Health> producer =
                settings.seats().producer().map(_ -> events.presence().ofProducer()).stream();
        return Stream.of(
                        health.get().stream(),
                        tries.health().stream(),
                        detours.health().stream(),
                        producer)
                .flatMap(part -> part)
                .toList();
    }

    /// Every route of the API.
    Routes api() {
        var control = new Control(room);
        var routes = new Routes();
        new QueueRoutes(control, clock, settings.desk().replaces()).into(routes);
        new ChainRoutes(control).into(routes);
        new LoudnessRoutes(control).into(routes);
        new TalkRoutes(control, microphones.producer()).into(routes);
        new CallRoutes(control).into(routes);
        var ai = new AiRoutes(control);
        ai.into(routes);
        new PanelRoutes(control, ai).into(routes);
        new LatencyRoutes(control).into(routes);
        new MoodRoutes(control).into(routes);
        new SessionRoutes(control).into(routes);
        new PeopleRoutes(control).into(routes);
        new SpendRoutes(control).into(routes);
        new MusicRoutes(control).into(routes);
        new VoicemailRoutes(control).into(routes);
        new ProgramRoutes(control).into(routes);
        new SeatRoutes(microphones).into(routes);
        new LocalRoutes(recording).into(routes);
        new RecordingRoutes(control, recording).into(routes);
        new ShowsRoutes(control, exports).into(routes);
        var trials = new Trials(setup);
        new SetupRoutes(trials).into(routes);
        new NoteRoutes(control).into(routes);
        new StageRoutes(control, settings.showName()).into(routes);
        new HistoryRoutes(control, settings.showName(), settings.desk().replaces(), this::parts)
                .into(routes);
        return routes.raw(Method.GET, "/api/events", events.telling(trials));
    }
}
