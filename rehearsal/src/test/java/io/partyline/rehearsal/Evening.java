package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.cast.Persona;
import io.partyline.port.CallLeg;
import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.AiMode;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// From a seed, an evening in a whole studio on a clock that is turned by hand: AI callers with a
/// [FickleMind] and a [FickleVoice], a host and a real caller who speak over them, stops, mutes and
/// hang-ups. In every frame it holds what the host and the console hear against what they may, and
/// afterwards what real callers heard.
final class Evening implements AutoCloseable {
    /// A voice that was stopped is silent from the first frame on that begins after so long.
    private static final long SILENT_AFTER = Frames.samplesOf(Duration.ofMillis(150));

    /// Quieter than this, a tone is what is left of others in the same frame.
    private static final double AUDIBLE = 0.01;

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofNanos(20_000);
    private static final String HOST_STEM = "01_Host";

    /// By so much disk and ears may be behind; a fifth of what a tape holds.
    private static final long BEHIND = 20 * Frames.SAMPLES;

    private static final Instant BEGINS = Instant.parse("2026-05-01T20:00:00Z");
    private static final int INCIDENTS = 5;

    /// Five seconds.
    private static final int PATIENCE = 250;

    /// Half a minute.
    private static final int LONG = 1_500;

    /// In turns: the thread that plays to callers would leave some out if it was further behind.
    private static final int PHONE_BEHIND = 5;

    /// In turns: as long as the show may think about what somebody said.
    private static final int LISTENED_TO = 25;

    /// From a patch to the first frame that a caller hears of it, and a little more.
    private static final int SETTLED = 10;

    private static final List<Persona> CAST =
            List.of(persona("1", "Tony", "low"), persona("2", "Maya", "high"));

    private static final float[] VOICE = voice(Frames.SAMPLES);
    private static final float[] NOTHING = new float[Frames.SAMPLES];

    private final long seed;
    private final Random chance;
    private final HandClock clock = new HandClock();
    private final HandSeat seat = new HandSeat();
    private final HandConsole console = new HandConsole();
    private final HostEar ear = new HostEar();
    private final Tally tally = new Tally();
    private final FickleMind mind;
    private final FickleVoice voice;
    private final RehearsalRoom room;
    private final Studio studio;
    private final ShowId show;
    private final EventFeed events;
    private final List<Recorded.Silence> silences = new ArrayList<>();

    /// Where in the show the frame of each turn begins.
    private final List<Long> positions = new ArrayList<>();

    private final List<RealCaller> everyCaller = new ArrayList<>();
    private int owedToCallers;
    private OptionalLong stoppedAt = OptionalLong.empty();
    private Optional<RealCaller> dave = Optional.empty();
    private boolean hostSpeaks;
    private int quietFor;
    private boolean closed;
    private final StringBuilder diary = new StringBuilder();

    /// Somebody on the telephone.
    private final class RealCaller {
        private final CallId id = new CallId("call-dave-" + everyCaller.size());
        private final DatedHandset handset = new DatedHandset(clock);
        private final byte[] spoken = codes(voice(Frames.PHONE_SAMPLES));
        private final byte[] nothing = codes(new float[Frames.PHONE_SAMPLES]);
        private Optional<CallLeg> leg = Optional.empty();
        private boolean speaks;
        private int onAirFor;

        void connect() {
            studio.ring(id, CallerNumber.WITHHELD);
            leg = studio.connect(id, handset);
        }

        boolean onAir() {
            return studio.show().call(id).filter(Call::onAir).isPresent();
        }

        void speak() {
            byte[] codes = speaks ? spoken : nothing;
            leg.ifPresent(path -> path.fromCaller(codes, 0, codes.length));
        }

        private static byte[] codes(float[] samples) {
            var codes = new byte[samples.length];
            Mulaw.encode(samples, 0, codes, 0, codes.length);
            return codes;
        }

        /// A frame in each turn. It is played by a thread that need not have come to the last turn.
        void hear(boolean silent) {
            onAirFor = onAir() ? onAirFor + 1 : 0;
            owedToCallers += silent && onAirFor > SETTLED ? 1 : 0;
            assertThat(handset.keepsUpWith(clock.turns() - PHONE_BEHIND, LIMIT))
                    .as("seed %d: the caller is played to", seed)
                    .isTrue();
        }
    }

    Evening(long seed) {
        this.seed = seed;
        chance = new Random(seed);
        mind = new FickleMind(clock, tally, seed + 1);
        voice = new FickleVoice(clock, tally, seed + 2);
        room =
                new RehearsalRoom()
                        .clock(clock)
                        .seat(seat)
                        .console(console)
                        .transcriber(ear)
                        .model(mind)
                        .voice(voice)
                        .cast(CAST.toArray(Persona[]::new))
                        .wall(() -> BEGINS.plusMillis(clock.turns() * Frames.MILLIS))
                        .seed(seed);
        studio = room.open();
        show = studio.show().id();
        events = studio.events(show, 0);
    }

    private static Persona persona(String key, String name, String voice) {
        return new Persona(
                new PersonaKey(key), name, "", "", "Fixes boats.", voice, "", "", List.of());
    }

    private void note(String what) {
        diary.append("%n%d: %s".formatted(clock.turns(), what));
    }

    /// What was asked for and what happened, by the clock's turns.
    String diary() {
        return "seed %d, turn by turn:%s".formatted(seed, diary);
    }

    /// What happened.
    Tally tally() {
        return tally;
    }

    /// How many frames real callers should have heard while no AI caller might be heard.
    int owedToCallers() {
        return owedToCallers;
    }

    /// Lets it happen.
    void play() {
        ask(new FloorCommand.SetAiMode(AiMode.MANUAL));
        bring("1");
        if (chance.nextBoolean()) {
            connect();
        }
        if (chance.nextInt(3) == 0) {
            bring("2");
        }
        for (int i = 0; i < INCIDENTS; i++) {
            speakAgain();
            turn(chance.nextInt(60));
            incident();
            turn(10 + chance.nextInt(30));
            dave.ifPresent(caller -> caller.speaks = false);
            hostSpeaks = false;
            turn(5);
        }
        answersStill();
    }

    /// Somebody has the floor, or is given it.
    private void speakAgain() {
        if (studio.show().floor().turn().isEmpty()) {
            if (ais().isEmpty()) {
                bring("1");
            } else {
                grant(new FloorCommand.HostSays("What do you say?", studio.position()));
            }
        }
        turnUntil(this::sounds, PATIENCE);
    }

    private boolean sounds() {
        return studio.show().floor().turn().isEmpty() || aiSounds(seat.heard());
    }

    private void incident() {
        switch (chance.nextInt(9)) {
            case 0, 1 -> stop();
            case 2 -> mute();
            case 3, 4 -> hostSpeaks();
            case 5 -> dave.ifPresentOrElse(this::speaks, this::connect);
            case 6 -> hangUpAi();
            case 7 -> hangUpReal();
            default -> askAnew();
        }
    }

    private void happens(Incident incident) {
        tally.add(incident, aiSounds(seat.heard()));
    }

    private void stop() {
        happens(Incident.THE_HOST_STOPS_AN_AI_CALLER);
        ask(new FloorCommand.StopAi(Optional.empty()));
        silence();
    }

    private void mute() {
        happens(Incident.THE_HOST_MUTES_THE_AI_CALLERS);
        ask(new FloorCommand.MuteAi(true));
        silence();
        turn(chance.nextInt(30));
        ask(new FloorCommand.MuteAi(false));
    }

    private void hostSpeaks() {
        happens(Incident.THE_HOST_BARGES_IN);
        hostSpeaks = true;
    }

    private void speaks(RealCaller caller) {
        happens(Incident.A_CALLER_BARGES_IN);
        caller.speaks = true;
    }

    private void askAnew() {
        happens(Incident.THE_HOST_ASKS_ANEW);
        grant(new FloorCommand.HostSays("And you?", studio.position()));
    }

    private void hangUpAi() {
        ai().ifPresent(call -> {
            happens(Incident.AN_AI_CALLER_IS_HUNG_UP);
            boolean alone = ais().size() == 1;
            ask(new CallCommand.HangUp(call.id()));
            if (alone) {
                silence();
            }
        });
    }

    private void hangUpReal() {
        dave.ifPresent(caller -> {
            happens(Incident.A_CALLER_HANGS_UP);
            ask(new CallCommand.CallerGone(caller.id));
        });
        dave = Optional.empty();
    }

    private List<Call> ais() {
        return studio.show().calls().ai().toList();
    }

    private Optional<Call> ai() {
        return ais().stream().findFirst();
    }

    /// Whatever has happened, whoever is asked answers.
    private void answersStill() {
        mind.calm();
        voice.calm();
        stop();
        turn(30);
        if (ais().isEmpty()) {
            bring("1");
            turnUntil(() -> studio.show().floor().turn().isEmpty(), LONG);
        }
        int before = voice.begun().size();
        grant(new FloorCommand.HostSays("Are you still there?", studio.position()));
        turnUntil(() -> heardOf(before), LONG);
        assertThat(heardOf(before)).as("seed %d: an AI caller answers", seed).isTrue();
        turnUntil(() -> studio.show().floor().turn().isEmpty(), LONG);
        assertThat(studio.show().floor().turn()).as("seed %d: the floor", seed).isEmpty();
    }

    private boolean heardOf(int before) {
        List<String> said = said().stream().map(FloorEvent.UtteranceSpoken::text).toList();
        return voice.begun().stream()
                .skip(before)
                .anyMatch(sentence -> said.contains(sentence.text()));
    }

    private void bring(String key) {
        aside(() -> studio.bring(key));
    }

    private void connect() {
        happens(Incident.A_CALLER_COMES_ON);
        var caller = new RealCaller();
        everyCaller.add(caller);
        dave = Optional.of(caller);
        caller.connect();
        aside(() -> studio.take(caller.id));
    }

    /// What waits for the mix, which is turned meanwhile.
    private void aside(Runnable work) {
        Thread worker = Thread.ofVirtual().start(work);
        turnUntil(() -> !worker.isAlive(), LONG);
        assertThat(worker.isAlive()).as("seed %d: waits for the mix", seed).isFalse();
    }

    /// Asks for what may give an AI caller the floor.
    private void grant(Command command) {
        speaks();
        ask(command);
    }

    private void ask(Command command) {
        note("asks: " + command);
        studio.ask(command);
        follow();
    }

    /// From here on no AI caller may be heard.
    private void silence() {
        if (stoppedAt.isEmpty()) {
            stoppedAt = OptionalLong.of(studio.position());
            note("silent from here on");
        }
    }

    private void speaks() {
        long last = studio.position() - Frames.SAMPLES;
        stoppedAt.ifPresent(from -> silences.add(new Recorded.Silence(from + SILENT_AFTER, last)));
        stoppedAt = OptionalLong.empty();
    }

    private void turnUntil(BooleanSupplier truth, int most) {
        // Who has to come to it may be slower than the clock is turned.
        long deadline = System.nanoTime() + (most < LONG ? 0 : LIMIT.toNanos());
        for (int i = 0; (i < most || System.nanoTime() < deadline) && !truth.getAsBoolean(); i++) {
            turn();
        }
    }

    private void turn(int times) {
        for (int i = 0; i < times; i++) {
            turn();
        }
    }

    /// One turn of the clock, of which all that is to be heard has been heard when it returns.
    private void turn() {
        long at = studio.position();
        positions.add(at);
        System.arraycopy(hostSpeaks ? VOICE : NOTHING, 0, seat.spoken(), 0, Frames.SAMPLES);
        TimeMarks.add(seat.spoken(), clock.turns());
        dave.ifPresent(RealCaller::speak);
        quietFor = somebodySpeaks() ? 0 : quietFor + 1;
        clock.crank();
        ear.awaits(quietFor <= LISTENED_TO ? at : at - BEHIND);
        awaitTheDisk(at - BEHIND);
        studio.ask(new ShowCommand.PassTime());
        follow();
        boolean silent = stoppedAt.isPresent() && at >= stoppedAt.getAsLong() + SILENT_AFTER;
        if (silent) {
            assertSilent("the host's monitor", seat.heard());
            assertSilent("the console", console.channel(2));
        }
        dave.ifPresent(caller -> caller.hear(silent));
    }

    private boolean somebodySpeaks() {
        return hostSpeaks || dave.filter(caller -> caller.speaks).isPresent();
    }

    /// So that the disk is not taken for a slow one.
    private void awaitTheDisk(long position) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (room.stems().length(show, HOST_STEM) < position) {
            assertThat(System.nanoTime()).as("nothing is recorded").isLessThan(deadline);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// What has happened since the last time.
    private void follow() {
        boolean yielded = false;
        for (var next = events.next(Duration.ZERO);
                next.isPresent();
                next = events.next(Duration.ZERO)) {
            Event event = next.get().entry().event();
            note(event.getClass().getSimpleName());
            if (event instanceof FloorEvent.TurnGranted) {
                speaks();
                yielded = false;
            }
            yielded |= event instanceof FloorEvent.TurnInterrupted;
            dave = dave.filter(caller -> !isOver(event, caller));
        }
        if (yielded) {
            // Behind whatever has interrupted, so that all of it has been done.
            studio.ask(new ShowCommand.PassTime());
            silence();
        }
    }

    private static boolean isOver(Event event, RealCaller caller) {
        return event instanceof CallEvent.CallEnded ended && ended.call().equals(caller.id);
    }

    /// A frame of a voice with words in it: harmonics of 200 Hz that are whole waves in a frame.
    private static float[] voice(int samples) {
        var frame = new float[samples];
        for (int i = 0; i < samples; i++) {
            for (int harmonic = 2; harmonic <= 4; harmonic++) {
                double angle = 2 * Math.PI * 200 * harmonic * Frames.MILLIS / 1_000 * i;
                frame[i] += (float) (0.08 * Math.sin(angle / samples));
            }
        }
        return frame;
    }

    private void assertSilent(String where, float[] frame) {
        assertThat(aiSounds(frame)).as("seed %d: an AI caller in %s", seed, where).isFalse();
    }

    private static boolean aiSounds(float[] frame) {
        return CAST.stream()
                .anyMatch(persona ->
                        Tones.loudest(frame, 0, frame.length, persona.voice(), AUDIBLE) >= 0);
    }

    /// What the AI callers said, as it was written down.
    private List<FloorEvent.UtteranceSpoken> said() {
        return room.journal().replay(show).stream()
                .map(Journal.Entry::event)
                .filter(FloorEvent.UtteranceSpoken.class::isInstance)
                .map(FloorEvent.UtteranceSpoken.class::cast)
                .filter(said -> said.speaker() instanceof Speaker.AiCaller)
                .toList();
    }

    /// Ends it, and holds what was recorded and written down against each other.
    Recorded over() {
        ask(new ShowCommand.CloseShow());
        clock.crank(SETTLED);
        assertThat(studio.health())
                .filteredOn(part -> part.part().equals("recorder"))
                .allSatisfy(part -> assertThat(part.detail()).isEqualTo("The show has ended."));
        close();
        return new Recorded(
                seed, room.stems(), show, CAST, voice.begun(), said(), silences, atTelephones());
    }

    private List<Recorded.AtTelephone> atTelephones() {
        return everyCaller.stream()
                .flatMap(caller -> caller.handset.played().stream())
                .filter(frame -> frame.turn() >= 0 && frame.turn() < positions.size())
                .map(frame -> new Recorded.AtTelephone(positions.get((int) frame.turn()), frame))
                .toList();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            events.close();
            studio.close();
        }
    }
}
