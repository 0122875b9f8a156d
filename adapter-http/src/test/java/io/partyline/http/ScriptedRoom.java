package io.partyline.http;

import io.partyline.audio.loudness.Loudness;
import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.port.Jukebox;
import io.partyline.port.Listening;
import io.partyline.port.PastShows;
import io.partyline.port.People;
import io.partyline.port.Transmitter;
import io.partyline.port.Voicemail;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.CallerSound;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.PersonaKey;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Turn;
import io.partyline.spend.Spending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/// A control room without a studio: the real rules of the show on a clock that is turned by hand,
/// and a world that does what the test has scripted.
final class ScriptedRoom implements ControlRoom, InstantSource {
    static final Instant START = Instant.parse("2026-01-02T20:00:00Z");

    private final ShowRules rules;
    private final List<EventFeed.Told> told = new ArrayList<>();
    private final Instant begins;
    private Instant now;
    private Show show = Show.before(0);
    private Optional<String> takesFailWith = Optional.empty();
    private Function<String, String> answers = text -> "You said: " + text;
    private Optional<RuntimeException> mistake = Optional.empty();
    private CountDownLatch race = new CountDownLatch(0);
    private Loudness loudness = Loudness.SILENCE;
    private List<Level> levels = List.of(new Level("program", -12.5, -20));
    private Spent spent = new Spent(Spending.NONE, Optional.empty(), false, false, List.of());
    final ScriptedTransmitter transmitter = new ScriptedTransmitter(this::ask);
    final ScriptedPeople people = new ScriptedPeople();
    final ScriptedJukebox jukebox = new ScriptedJukebox();
    final ScriptedVoicemail voicemail = new ScriptedVoicemail();
    final ScriptedPast past = new ScriptedPast();
    private List<Health> health =
            List.of(new Health("phone", Health.State.FINE, "Calls can come in."));
    private final Set<String> comesBack = new CopyOnWriteArraySet<>();
    private long givenUp;
    private int shows;

    ScriptedRoom() {
        this(ShowRules.DEFAULT);
    }

    ScriptedRoom(ShowRules rules) {
        this(rules, START);
    }

    /// @param begins when the first show opens: for a browser, which has a clock of its own, that
    ///   should be now
    ScriptedRoom(ShowRules rules, Instant begins) {
        this.rules = rules;
        this.begins = begins;
        this.now = begins;
        open();
    }

    private void open() {
        shows++;
        ask(
                new ShowCommand.OpenShow(
                        new ShowId("show-" + shows), rules, Set.of("banned-print"), true));
    }

    /// So much has been spent.
    synchronized void spent(Spent now) {
        spent = now;
    }

    /// One of the cast has been on in an earlier show.
    void comesBack(String key) {
        comesBack.add(key);
    }

    /// What the house is made of, and how each part is.
    synchronized void consistsOf(List<Health> parts) {
        health = parts;
    }

    /// The next takes fail, for this reason.
    synchronized void failTakes(String why) {
        takesFailWith = Optional.of(why);
    }

    /// Everything that is asked from now on ends in a mistake of ours.
    synchronized void breakDown(RuntimeException how) {
        mistake = Optional.of(how);
    }

    synchronized void hum(List<Level> now) {
        levels = now;
    }

    /// Forgets the events up to a number, as a feed does after a very long show.
    synchronized void forget(long upTo) {
        givenUp = upTo;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
        ask(new ShowCommand.PassTime());
    }

    /// A caller who rings and waits.
    CallId held(int caller) {
        CallId id = ringing(caller);
        ask(new CallCommand.OpenLeg(id));
        return id;
    }

    CallId ringing(int caller) {
        CallId id = sid(caller);
        ask(new CallCommand.Ring(id, number(caller)));
        return id;
    }

    CallId onAir(int caller) {
        CallId id = held(caller);
        take(id);
        return id;
    }

    CallId aiOnAir(String key) {
        return bring(key) instanceof TakeOutcome.OnAir(var call) ? call.id() : new CallId("nobody");
    }

    /// Words of a caller, or of the host.
    void hears(Optional<CallId> speaker, String text, long atSample) {
        ask(new FloorCommand.Hear(show().id(), speaker, text, atSample, atSample, instant()));
    }

    static CallId sid(int caller) {
        return new CallId("CA%032d".formatted(caller));
    }

    static CallerNumber number(int caller) {
        return new CallerNumber("01%02d".formatted(caller % 100), "print-" + caller);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Show show() {
        mistake.ifPresent(how -> {
            throw how;
        });
        return show;
    }

    @Override
    public synchronized Decision ask(Command command) {
        Decision decision = Decisions.decide(show(), command, now, show().positionAt(now));
        if (decision instanceof Decision.Accepted(var events)) {
            events.forEach(this::happen);
        }
        return decision;
    }

    private void happen(Event event) {
        Show before = event instanceof ShowEvent.ShowOpened ? Show.before(0) : show;
        show = before.apply(event);
        tell(show.id(), new Journal.Entry(show.seq(), event));
    }

    private void tell(ShowId of, Journal.Entry entry) {
        told.add(new EventFeed.Told(of, entry));
        notifyAll();
    }

    /// Something comes late for a show that has been closed.
    synchronized void late(ShowId of, long seq, Event event) {
        tell(of, new Journal.Entry(seq, event));
    }

    /// No take is decided until so many have been asked for: whoever asks is too late to have seen
    /// what became of the others.
    synchronized void race(int takes) {
        race = new CountDownLatch(takes);
    }

    private synchronized CountDownLatch race() {
        return race;
    }

    private void beAtTheStart() {
        CountDownLatch start = race();
        start.countDown();
        try {
            if (!start.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("somebody did not come to the race");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public TakeOutcome take(CallId call) {
        beAtTheStart();
        return outcome(new CallCommand.Take(call));
    }

    @Override
    public TakeOutcome takeNext(boolean replacing) {
        return outcome(new CallCommand.TakeNext(replacing));
    }

    @Override
    public TakeOutcome bring(String key) {
        return Stream.of("1", "2").anyMatch(key::equals)
                ? outcome(new CallCommand.Bring(persona(key)))
                : new TakeOutcome.Refused(Reason.NO_SUCH_PERSONA);
    }

    static Caller.Ai persona(String key) {
        return new Caller.Ai(
                "Persona" + key, new PersonaKey(key), "voice-" + key, "Why " + key + " calls.");
    }

    private synchronized TakeOutcome outcome(Command command) {
        return switch (ask(command)) {
            case Decision.Refused(var reason) -> new TakeOutcome.Refused(reason);
            case Decision.Accepted(var events) -> taken(events);
        };
    }

    private TakeOutcome taken(List<Event> events) {
        CallId id =
                events.stream()
                        .filter(CallEvent.CallTaken.class::isInstance)
                        .map(event -> ((CallEvent.CallTaken) event).call())
                        .findFirst()
                        .orElseThrow();
        if (takesFailWith.isPresent()) {
            ask(new CallCommand.FailTake(id, takesFailWith.get()));
            return new TakeOutcome.Failed(takesFailWith.get());
        }
        ask(new CallCommand.Air(id, position()));
        return new TakeOutcome.OnAir(show.call(id).orElseThrow());
    }

    @Override
    public List<CastMember> cast() {
        return Stream.of("1", "2").map(this::member).toList();
    }

    private CastMember member(String key) {
        boolean on = show().calls().ai().map(Call::caller).anyMatch(persona(key)::equals);
        return new CastMember(
                key,
                "Persona" + key,
                "female",
                "40s",
                "A vibe.",
                "voice-" + key,
                comesBack.contains(key),
                key.equals("2") ? Optional.of("Maya") : Optional.empty(),
                on);
    }

    @Override
    public synchronized ChatOutcome chat(String text, Duration limit) {
        return switch (ask(new FloorCommand.HostSays(text, position()))) {
            case Decision.Refused(var reason) -> new ChatOutcome.Refused(reason);
            case Decision.Accepted(var events) -> answered(turn(events), answers.apply(text));
        };
    }

    /// What the model answers; a blank answer means that it fails.
    synchronized void answer(Function<String, String> by) {
        answers = by;
    }

    private ChatOutcome answered(Turn turn, String answer) {
        if (answer.isBlank()) {
            return new ChatOutcome.Failed("The AI caller had nothing to say.");
        }
        ask(new FloorCommand.WriteReply(turn.id(), answer));
        String name = show.call(turn.call()).orElseThrow().caller().name();
        return new ChatOutcome.Answered(turn, name, answer);
    }

    private static Turn turn(List<Event> events) {
        return events.stream()
                .flatMap(event ->
                        switch (event) {
                            case FloorEvent.TurnGranted granted -> Stream.of(granted.turn());
                            case FloorEvent.TurnQueued queued -> Stream.of(queued.turn());
                            default -> Stream.<Turn>empty();
                        })
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<String> speak(String text, String voice) {
        return text.isBlank() ? Optional.of(Reason.NOTHING_SAID.sentence()) : Optional.empty();
    }

    @Override
    public PastShows pastShows() {
        return past;
    }

    @Override
    public synchronized List<String> end() {
        ask(new ShowCommand.CloseShow());
        return List.of("stems/00_Mix.wav", "transcript.txt");
    }

    @Override
    public synchronized Decision start(boolean recording, Optional<Boolean> linesOpen) {
        if (show.open()) {
            return new Decision.Refused(Reason.SHOW_OPEN);
        }
        open();
        if (!recording) {
            ask(new ShowCommand.SetRecording(false));
        }
        return ask(new ShowCommand.SetLines(linesOpen.orElse(true)));
    }

    @Override
    public synchronized void reset() {
        end();
        open();
    }

    @Override
    public synchronized EventFeed events(ShowId during, long after) {
        return new Reader(after < givenUp ? -1 : behind(during, after));
    }

    private int behind(ShowId during, long after) {
        for (int place = told.size(); place > 0; place--) {
            EventFeed.Told last = told.get(place - 1);
            if (last.show().equals(during) && last.entry().seq() <= after) {
                return place;
            }
        }
        return 0;
    }

    @Override
    public Transmitter transmitter() {
        return transmitter;
    }

    @Override
    public synchronized List<Level> levels() {
        return levels;
    }

    /// How loud the program is from now on.
    synchronized void loudness(Loudness now) {
        loudness = now;
    }

    @Override
    public Listening listening() {
        return new Listening() {
            @Override
            public Loudness loudness() {
                synchronized (ScriptedRoom.this) {
                    return loudness;
                }
            }

            @Override
            public CallerSound callers() {
                return CallerSound.RADIO;
            }
        };
    }

    @Override
    public synchronized Spent spent() {
        return spent;
    }

    @Override
    public synchronized List<Health> health() {
        return health;
    }

    @Override
    public long position() {
        return Duration.between(begins, instant()).toMillis() * 48;
    }

    private final class Reader implements EventFeed {
        private int place;
        private boolean closed;

        private Reader(int place) {
            this.place = place;
        }

        @Override
        public Optional<Told> next(Duration limit) {
            synchronized (ScriptedRoom.this) {
                Optional<Told> next = behind();
                if (next.isEmpty() && limit.isPositive()) {
                    waitFor(limit);
                    next = behind();
                }
                next.ifPresent(_ -> place++);
                return next;
            }
        }

        private Optional<Told> behind() {
            if (closed || place < 0) {
                throw new IllegalStateException("cut off");
            }
            return told.stream().skip(place).findFirst();
        }

        private void waitFor(Duration limit) {
            try {
                ScriptedRoom.this.wait(Math.max(1, limit.toMillis()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            synchronized (ScriptedRoom.this) {
                closed = true;
            }
        }
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Voicemail voicemail() {
        return voicemail;
    }

    @Override
    public Jukebox jukebox() {
        return jukebox;
    }
}
