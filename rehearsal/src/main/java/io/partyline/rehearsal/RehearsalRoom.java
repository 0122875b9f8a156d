package io.partyline.rehearsal;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.cast.Regular;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.AnsweringMachine;
import io.partyline.port.Archive;
import io.partyline.port.CallerBook;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.LanguageModel;
import io.partyline.port.MessageBook;
import io.partyline.port.Shelves;
import io.partyline.port.ShowClock;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.StemRecorder;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.show.CallerSound;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowRules;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import io.partyline.studio.Answering;
import io.partyline.studio.ComputerClock;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import io.partyline.studio.Transmission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A studio in which everything outside is switched off or a stand-in, until something else is put
/// in its place: what a test names is what it is about.
///
/// A studio that is opened after another one finds the journal, the stems and the caller book of
/// the first, as a program does that is started again. For one thread.
public final class RehearsalRoom {
    private MemoryJournal journal = new MemoryJournal();
    private final MemoryStems stems = new MemoryStems();
    private StemRecorder recorder = stems;
    private final CallerBook callerBook = new MemoryCallerBook();
    private Supplier<ShowClock> clock = ComputerClock::new;
    private Telephony telephony = Telephony.off();
    private HostSeat seat = HostSeat.none();
    private HostSeat producer = HostSeat.none();
    private Console console = Console.none();
    private Transcriber transcriber = Transcriber.off();
    private LanguageModel model = LanguageModel.off();
    private SpeechSynthesizer synthesizer = new ToneVoice();
    private Purse purse = Purse.withoutCap(new Prices(List.of()));
    private Transmission transmission = Transmission.none();
    private Archive archive = Archive.none();
    private Shelves shelves = Shelves.NONE;
    private Optional<Answering> answering = Optional.empty();
    private boolean linesOpen = true;
    private ShowRules rules = ShowRules.DEFAULT;
    private List<Persona> cast = List.of(persona("1", "Tony"));
    private boolean carrierHolds;
    private boolean callersInterrupt = true;
    private InstantSource wall = InstantSource.system();
    private LongSupplier nanoTime = System::nanoTime;
    private CallerSound callersSound = CallerSound.DRY;
    private long seed = 7;

    /// A studio with one persona, Tony, whose key is `1`.
    public RehearsalRoom() {}

    /// Somebody who fixes boats and hums in a low voice.
    public static Persona persona(String key, String name) {
        return new Persona(
                new PersonaKey(key), name, "", "", "Fixes boats.", "low", "", "", List.of());
    }

    /// The clock of the studio that is opened next.
    public RehearsalRoom clock(ShowClock clock) {
        this.clock = () -> clock;
        return this;
    }

    /// One more in the caller book who comes back.
    public RehearsalRoom regular(Regular regular) {
        callerBook.keep(regular);
        return this;
    }

    /// The telephone.
    public RehearsalRoom telephony(Telephony telephony) {
        this.telephony = telephony;
        return this;
    }

    /// Where the host sits.
    public RehearsalRoom seat(HostSeat seat) {
        this.seat = seat;
        return this;
    }

    /// Where the producer's microphone and headphones are.
    public RehearsalRoom producer(HostSeat seat) {
        this.producer = seat;
        return this;
    }

    /// The console.
    public RehearsalRoom console(Console console) {
        this.console = console;
        return this;
    }

    /// Who listens from afar.
    public RehearsalRoom transmission(Transmission transmission) {
        this.transmission = transmission;
        return this;
    }

    /// Who writes down what is said.
    public RehearsalRoom transcriber(Transcriber transcriber) {
        this.transcriber = transcriber;
        return this;
    }

    /// Who thinks.
    public RehearsalRoom model(LanguageModel model) {
        this.model = model;
        return this;
    }

    /// Who speaks.
    public RehearsalRoom voice(SpeechSynthesizer synthesizer) {
        this.synthesizer = synthesizer;
        return this;
    }

    /// Who pays.
    public RehearsalRoom purse(Purse purse) {
        this.purse = purse;
        return this;
    }

    /// Where shows leave their files.
    public RehearsalRoom archive(Archive archive) {
        this.archive = archive;
        return this;
    }

    /// The rules of the show.
    public RehearsalRoom rules(ShowRules rules) {
        this.rules = rules;
        return this;
    }

    /// AI callers need not rest between two turns that nobody asked for.
    public RehearsalRoom withoutRest() {
        return rules(
                new ShowRules(
                        rules.hostName(),
                        rules.lines(),
                        rules.channels(),
                        rules.undo(),
                        rules.reconnect(),
                        rules.lostWait(),
                        rules.takeLimit(),
                        rules.turnLimit(),
                        Duration.ofMillis(1),
                        rules.followUpDelay()));
    }

    /// The AI callers there are, instead of Tony.
    public RehearsalRoom cast(Persona... cast) {
        this.cast = List.of(cast);
        return this;
    }

    /// Whether callers wait in the network's queue instead of on a leg.
    public RehearsalRoom carrierHolds(boolean holds) {
        this.carrierHolds = holds;
        return this;
    }

    /// Whether a caller who speaks over an AI caller gets the floor.
    public RehearsalRoom callersInterrupt(boolean may) {
        this.callersInterrupt = may;
        return this;
    }

    /// What time it is.
    public RehearsalRoom wall(InstantSource wall) {
        this.wall = wall;
        return this;
    }

    /// The clock by which the show notices that it has stood still.
    public RehearsalRoom nanoTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        return this;
    }

    /// What is done to callers' voices.
    public RehearsalRoom callersSound(CallerSound sound) {
        callersSound = sound;
        return this;
    }

    /// What is drawn by lot.
    public RehearsalRoom seed(long seed) {
        this.seed = seed;
        return this;
    }

    /// Where everything is written down from now on.
    public RehearsalRoom journal(MemoryJournal journal) {
        this.journal = journal;
        return this;
    }

    /// What was written down.
    public MemoryJournal journal() {
        return journal;
    }

    /// What was recorded.
    public MemoryStems stems() {
        return stems;
    }

    /// Who records, instead of [#stems()].
    public RehearsalRoom stems(StemRecorder recorder) {
        this.recorder = recorder;
        return this;
    }

    /// Music and carts.
    public RehearsalRoom shelves(Shelves shelves) {
        this.shelves = shelves;
        return this;
    }

    /// A voicemail for those who call while the lines are closed.
    public RehearsalRoom answering(AnsweringMachine machine, MessageBook book) {
        answering = Optional.of(new Answering(machine, book, true));
        return this;
    }

    /// Whether the lines are open from the beginning.
    public RehearsalRoom linesOpen(boolean open) {
        linesOpen = open;
        return this;
    }

    /// Who is known of those who call.
    public CallerBook callerBook() {
        return callerBook;
    }

    /// Opens the studio, and the show in it.
    public Studio open() {
        Equipment bare = equipment();
        return Studio.open(
                answering.map(bare::withAnswering).orElse(bare),
                new ShowPlan(
                                rules,
                                new Cast(cast),
                                linesOpen,
                                HeldCallerHears.BED,
                                carrierHolds,
                                callersInterrupt,
                                wall,
                                nanoTime,
                                new Random(seed))
                        .callersSound(callersSound));
    }

    private Equipment equipment() {
        return new Equipment(
                        telephony,
                        clock.get(),
                        seat,
                        console,
                        transcriber,
                        model,
                        synthesizer,
                        journal,
                        recorder,
                        callerBook)
                .withPurse(purse)
                .withArchive(archive)
                .withTransmission(transmission)
                .withShelves(shelves)
                .withProducer(producer);
    }
}
