package io.partyline.studio;

import io.partyline.audio.delay.ProgramDelay;
import io.partyline.audio.loudness.Loudness;
import io.partyline.cast.OwnStory;
import io.partyline.port.CallLeg;
import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.port.Handset;
import io.partyline.port.Journal;
import io.partyline.port.Jukebox;
import io.partyline.port.Listening;
import io.partyline.port.PastShows;
import io.partyline.port.People;
import io.partyline.port.SoundShelf;
import io.partyline.port.Switchboard;
import io.partyline.port.Transcriber;
import io.partyline.port.Transmitter;
import io.partyline.port.Voicemail;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.CallerSound;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.show.Surroundings;
import io.partyline.studio.after.Afterwards;
import io.partyline.studio.after.Amnesia;
import io.partyline.studio.after.Filing;
import io.partyline.studio.after.Finalisation;
import io.partyline.studio.after.Guests;
import io.partyline.studio.after.OldAcquaintances;
import io.partyline.studio.after.OldShows;
import io.partyline.studio.music.ShowJukebox;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.phone.ShowSwitchboard;
import io.partyline.studio.phone.WayBack;
import io.partyline.studio.program.Broadcast;
import io.partyline.studio.run.Crew;
import io.partyline.studio.run.Feed;
import io.partyline.studio.run.JournalWriter;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.screen.Screener;
import io.partyline.studio.sound.Legs;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.sound.SpeakerWatch;
import io.partyline.studio.tape.BargeIn;
import io.partyline.studio.tape.Ears;
import io.partyline.studio.tape.Recording;
import io.partyline.studio.tape.Silence;
import io.partyline.studio.tape.Talking;
import io.partyline.studio.voice.Advisers;
import io.partyline.studio.voice.Announcer;
import io.partyline.studio.voice.BackgroundWriter;
import io.partyline.studio.voice.GreenRoom;
import io.partyline.studio.voice.MoodReader;
import io.partyline.studio.voice.Performance;
import io.partyline.studio.voice.TurnRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A running studio: a show on its thread, its sound, and everything that happens by itself.
///
/// Opening one goes on with the show that was running when the program stopped, if there is one,
/// else begins a new one. Safe for use by many threads.
public final class Studio implements ControlRoom, Switchboard, AutoCloseable {
    private static final DateTimeFormatter SHOW_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Equipment equipment;
    private final ShowPlan plan;
    private final Feed feed = new Feed();
    private final Crew crew = new Crew();
    private final ShowThread show;
    private final Sound sound;
    private final Recording recording;
    private final Broadcast broadcast;
    private final Ears ears;
    private final Talking talking = new Talking();
    private final Advisers advisers;
    private final GreenRoom greenRoom;
    private final CastList castList;
    private final Announcements announcements;
    private final Finalisation finalisation;
    private final Filing filing;
    private final OldShows oldShows;
    private final Bookkeeper bookkeeper;
    private final Guests guests;
    private final OldAcquaintances acquaintances;
    private final Reactions reactions;
    private final WayBack wayBack;
    private final Screener screener;
    private final SpeakerWatch speakerWatch;
    private final FrontDesk frontDesk;
    private final Optional<Mailroom> mailroom;
    private final ShowJukebox jukebox;
    private final Errands errands;
    private final Checkup checkup;

    /// Guarded by this: a reset that is still under way opens no show behind a studio that closes.
    private boolean closing;

    /// Opens the studio, and the show in it.
    public static Studio open(Equipment equipment, ShowPlan plan) {
        var studio = new Studio(equipment, plan);
        try {
            studio.start();
            return studio;
        } catch (RuntimeException failed) {
            studio.leave();
            throw failed;
        }
    }

    private Studio(Equipment equipment, ShowPlan plan) {
        this.equipment = equipment;
        this.plan = plan;
        Legs legs = new Legs(call -> report(new CallCommand.LoseLeg(call)));
        var journal = new JournalWriter(equipment.journal());
        show =
                new ShowThread(
                        new Continuation(equipment.journal(), journal, feed).show(),
                        plan.clock(),
                        plan.nanoTime(),
                        this::position,
                        journal,
                        this::happened);
        sound =
                new Sound(
                        equipment.clock(),
                        equipment.seat(),
                        equipment.producer(),
                        equipment.console(),
                        channels(),
                        plan.whileHeld(),
                        plan.callerSound(),
                        legs,
                        equipment.holdBed().get());
        recording =
                new Recording(
                        equipment.recorder(),
                        why -> report(new ShowCommand.ReportRecordingStopped(why)),
                        equipment.clock()::pause);
        broadcast = broadcast();
        ears =
                new Ears(
                        equipment.transcriber(),
                        this::heard,
                        new Silence(this::silent),
                        talking,
                        new BargeIn(
                                sound.voices(),
                                plan.callersInterrupt(),
                                who -> report(new FloorCommand.Interrupt(who))),
                        equipment.clock()::pause);
        greenRoom = new GreenRoom(plan.cast(), plan.chance());
        advisers =
                new Advisers(
                        equipment.languageModel(), greenRoom, crew, this::around, this::report);
        castList = new CastList(greenRoom, plan.cast());
        var announcer =
                new Announcer(
                        equipment.synthesizer(),
                        sound.voices().announcer(),
                        equipment.clock()::pause);
        TurnRoom turns =
                new TurnRoom(
                        equipment.languageModel(),
                        equipment.synthesizer(),
                        greenRoom,
                        sound,
                        OnStage::new);
        announcements =
                new Announcements(show, equipment.synthesizer(), announcer, sound, recording, crew);
        var operator = new Operator(equipment.telephony(), show, plan.clock());
        wayBack = new WayBack(show::show, operator, plan.carrierHolds(), plan.nanoTime());
        finalisation =
                new Finalisation(
                        crew,
                        show,
                        operator,
                        sound,
                        legs,
                        recording,
                        ears,
                        new Afterwards(equipment.languageModel(), greenRoom),
                        greenRoom);
        filing = new Filing(equipment.archive());
        oldShows = new OldShows(show, equipment.journal(), equipment.archive(), filing);
        bookkeeper = new Bookkeeper(equipment.purse(), this::report);
        screener =
                new Screener(
                        crew,
                        show,
                        sound,
                        ears,
                        equipment.languageModel(),
                        equipment.synthesizer(),
                        plan.screening(),
                        plan.carrierHolds(),
                        plan.cast(),
                        plan.nanoTime(),
                        equipment.clock()::pause);
        mailroom = equipment.answering().map(this::mailroom);
        guests = new Guests(equipment.callerBook(), plan.cast(), greenRoom, plan.chance());
        acquaintances =
                new OldAcquaintances(
                        crew,
                        show,
                        equipment.callerBook(),
                        guests,
                        new Amnesia(
                                equipment.journal(),
                                equipment.callerBook(),
                                equipment.recorder(),
                                filing,
                                feed,
                                this::forgetMessages),
                        plan.clock());
        jukebox =
                new ShowJukebox(
                        equipment.shelves(),
                        mailroom.map(Mailroom::shelf).orElse(SoundShelf.none()),
                        sound.desk().players(),
                        new MusicRoom(show, sound, recording),
                        equipment.clock()::pause);
        reactions =
                new Reactions(
                        crew,
                        show,
                        screener,
                        equipment.callerBook(),
                        wayBack,
                        sound,
                        recording,
                        broadcast,
                        ears,
                        turns,
                        announcer,
                        jukebox,
                        finalisation,
                        bookkeeper,
                        new BackgroundWriter(equipment.languageModel(), greenRoom, show::show),
                        new MoodReader(equipment.languageModel(), crew::react, this::report));
        frontDesk =
                new FrontDesk(
                        new ShowSwitchboard(show, legs, wayBack), operator, screener, mailroom);
        errands = new Errands(show, operator, new Outcomes(show, feed));
        speakerWatch = new SpeakerWatch(sound, show::show, this::report, equipment.clock()::pause);
        checkup =
                new Checkup(
                        equipment,
                        show,
                        recording,
                        filing,
                        operator,
                        sound,
                        broadcast,
                        voicemail());
    }

    private final class OnStage implements Performance.Stage {
        private final ShowId during;

        private OnStage(ShowId during) {
            this.during = during;
        }

        @Override
        public void post(FloorCommand command) {
            report(during, command);
        }

        @Override
        public long position() {
            return Studio.this.position();
        }

        @Override
        public Instant instantAt(long position) {
            return Studio.this.instantAt(during, position);
        }

        @Override
        public void pause(long nanos) {
            equipment.clock().pause(nanos);
        }
    }

    private Mailroom mailroom(Answering answering) {
        return new Mailroom(answering, equipment, plan, this::hasTimeForMessages);
    }

    /// What they cost to be written down belongs to a show, and nobody who is on the air should
    /// wait for it.
    private boolean hasTimeForMessages() {
        Show now = show.show();
        return now.open() && now.calls().onAir().findAny().isEmpty();
    }

    private List<String> forgetMessages(String fingerprint) {
        return mailroom.map(room -> room.forget(fingerprint)).orElse(List.of());
    }

    private Broadcast broadcast() {
        Transmission sent = equipment.transmission();
        return new Broadcast(
                sent.out(),
                new ProgramDelay(sent.delay(), sent.dump(), sent.jingle().get()),
                sent.dump(),
                sound,
                show::ask,
                equipment.clock()::pause);
    }

    private int channels() {
        return plan.rules().channels();
    }

    private void start() {
        boolean goesOn = show.show().open();
        recording.start();
        ears.start();
        show.start();
        sound.start(channels());
        broadcast.start(equipment.transmission().on());
        if (goesOn) {
            guests.invite(show.show().id());
            show.ask(new ShowCommand.ResumeShow());
        } else {
            open(plan.linesOpen());
        }
        wayBack.start();
        speakerWatch.start();
        bookkeeper.start();
        jukebox.start();
        mailroom.ifPresent(Mailroom::start);
    }

    private Decision open(boolean linesOpen) {
        Decision opened = show.ask(opening(linesOpen));
        show.ask(new FloorCommand.SetEagerness(plan.eagerness()));
        return opened;
    }

    private ShowCommand opening(boolean linesOpen) {
        var id = new ShowId("show-" + SHOW_NAME.format(plan.clock().instant()));
        guests.invite(id);
        return new ShowCommand.OpenShow(
                id, plan.rules(), equipment.callerBook().banned(), linesOpen);
    }

    /// What comes late for a show that has been closed is told, and nothing more is done about it.
    private void happened(Journal.Entry entry, Show now) {
        feed.add(new EventFeed.Told(now.id(), entry));
        acquaintances.on(entry.event(), now);
        if (comesLate(entry.event()) && isOverAndSummedUp(now)) {
            crew.react(() -> filing.file(now.id()));
        }
        if (now.id().equals(show.show().id())) {
            reactions.on(entry.event(), now);
        }
    }

    /// Whether this may come when the files of its show have been made.
    private static boolean comesLate(Event event) {
        return event instanceof CallEvent.SummaryWritten
                || event instanceof ShowEvent.ProgramDumped;
    }

    private static boolean isOverAndSummedUp(Show now) {
        return !now.open() && now.history().unsummarised().isEmpty();
    }

    private void heard(ShowId during, Speaker speaker, Transcriber.Heard said) {
        var words =
                new FloorCommand.Hear(
                        during,
                        speaker.call(),
                        said.text(),
                        said.fromSample(),
                        said.toSample(),
                        instantAt(during, said.fromSample()),
                        around());
        var _ = show.submit(during, words).thenAccept(this::advise);
    }

    private void advise(Decision decided) {
        advisers.see(decided, show.show());
    }

    private Surroundings around() {
        return new Surroundings(talking.now(), equipment.purse().exhausted());
    }

    private void silent() {
        report(new FloorCommand.FillSilence(OwnStory.near(show.show()), around()));
    }

    /// Tells the show without waiting for what it makes of it.
    private void report(Command command) {
        var _ = show.submit(command);
    }

    /// Tells a show that may have been closed meanwhile.
    private void report(ShowId during, Command command) {
        var _ = show.submit(during, command);
    }

    private Instant instantAt(ShowId during, long position) {
        Show meant = show.show(during).orElseGet(show::show);
        return meant.openedAt().plus(Sound.duration(position));
    }

    @Override
    public Show show() {
        return show.show();
    }

    @Override
    public Decision ask(Command command) {
        if (command instanceof FloorCommand.StopAi(var call) && call.isEmpty()) {
            announcements.stop();
        }
        if (command instanceof FollowUpCommand.FollowUpNow && !greenRoom.anybodyFree(show.show())) {
            return new Decision.Refused(Reason.NOBODY_FREE);
        }
        return show.ask(command);
    }

    @Override
    public TakeOutcome take(CallId call) {
        return errands.take(call);
    }

    @Override
    public TakeOutcome takeNext(boolean replacing) {
        return errands.takeNext(replacing);
    }

    @Override
    public List<CastMember> cast() {
        return castList.during(show.show());
    }

    @Override
    public People people() {
        return acquaintances;
    }

    @Override
    public Jukebox jukebox() {
        return jukebox;
    }

    @Override
    public Voicemail voicemail() {
        return mailroom.map(Mailroom::voicemail).orElse(Voicemail.off());
    }

    @Override
    public Transmitter transmitter() {
        return broadcast;
    }

    @Override
    public PastShows pastShows() {
        return oldShows;
    }

    @Override
    public TakeOutcome bring(String key) {
        return greenRoom
                .caller(key)
                .map(errands::bring)
                .orElse(new TakeOutcome.Refused(Reason.NO_SUCH_PERSONA));
    }

    @Override
    public ChatOutcome chat(String text, Duration limit) {
        return errands.chat(new FloorCommand.HostSays(text, position()), limit);
    }

    @Override
    public Optional<String> speak(String text, String voice) {
        return announcements.speak(text, voice);
    }

    @Override
    public List<String> end() {
        ShowId ended = show.show().id();
        endRunning();
        finalisation.catchUp();
        return filing.file(ended);
    }

    private void endRunning() {
        bookkeeper.write();
        closeShow();
        reactions.finished().join();
        finalisation.awaitTidy();
    }

    /// How loud it was is the last that is said of a show before it is closed.
    private void closeShow() {
        if (sound.loudness().heard()) {
            show.ask(new ShowCommand.ReportLoudness(reactions.loudness()));
        }
        show.ask(new ShowCommand.CloseShow());
    }

    @Override
    public synchronized Decision start(boolean recording, Optional<Boolean> linesOpen) {
        if (closing) {
            return new Decision.Refused(Reason.SHOW_CLOSED);
        }
        if (show.show().open()) {
            return new Decision.Refused(Reason.SHOW_OPEN);
        }
        Decision opened = open(linesOpen.orElse(plan.linesOpen()));
        if (opened instanceof Decision.Accepted && !recording) {
            show.ask(new ShowCommand.SetRecording(false));
        }
        return opened;
    }

    /// The next show does not wait for the files of the last.
    @Override
    public void reset() {
        ShowId ended = show.show().id();
        endRunning();
        start(true, Optional.empty());
        finalisation.catchUp();
        crew.react(() -> filing.file(ended));
    }

    private synchronized void openNoMore() {
        closing = true;
    }

    @Override
    public EventFeed events(ShowId during, long after) {
        return feed.from(during, after);
    }

    @Override
    public List<Level> levels() {
        return sound.levels();
    }

    @Override
    public Listening listening() {
        return new Listening() {
            @Override
            public Loudness loudness() {
                return sound.loudness();
            }

            @Override
            public CallerSound callers() {
                return plan.callerSound();
            }
        };
    }

    @Override
    public Spent spent() {
        return bookkeeper.spent();
    }

    @Override
    public List<Health> health() {
        return checkup.health();
    }

    @Override
    public long position() {
        return sound.desk().position();
    }

    @Override
    public Admission ring(CallId call, CallerNumber number) {
        return frontDesk.ring(call, number);
    }

    @Override
    public boolean isGenuine(CallId call) {
        return frontDesk.isGenuine(call);
    }

    @Override
    public Meanwhile waiting(CallId call, CallerNumber number, Duration waited) {
        return frontDesk.waiting(call, number, waited);
    }

    @Override
    public void answered(CallId call, Answer answer) {
        frontDesk.answered(call, answer);
    }

    @Override
    public void gone(CallId call) {
        frontDesk.gone(call);
    }

    @Override
    public void messageLeft(CallId call) {
        frontDesk.messageLeft(call);
    }

    @Override
    public void notConnected(CallId call) {
        frontDesk.notConnected(call);
    }

    @Override
    public Optional<CallLeg> connect(CallId call, Handset handset) {
        return frontDesk.connect(call, handset);
    }

    /// Stops without ending the show: nobody is hung up on, and the next start goes on with it, as
    /// after a crash. For a start that fails half way.
    public void leave() {
        wayBack.close();
        speakerWatch.close();
        mailroom.ifPresent(Mailroom::close);
        openNoMore();
        jukebox.close();
        screener.close();
        crew.close();
        bookkeeper.close();
        sound.close();
        broadcast.close();
        ears.close();
        equipment.transcriber().close();
        recording.close();
        show.close();
        equipment.journal().close();
    }

    /// Ends the show properly: every call, then the stems, then the journal. What listeners have
    /// not heard yet fades away within a second: whoever stops the program has to be able to rely
    /// on it, and whoever wants it heard ends the show first and waits, see [Transmission#delay].
    @Override
    public void close() {
        wayBack.close();
        speakerWatch.close();
        mailroom.ifPresent(Mailroom::close);
        openNoMore();
        bookkeeper.close();
        closeShow();
        reactions.finished().join();
        jukebox.close();
        crew.close();
        finalisation.fileMissing();
        long filed = show.show().seq();
        filing.file(show.show().id());
        acquaintances.write();
        fadeAway(filed);
        sound.close();
        broadcast.close();
        ears.close();
        equipment.transcriber().close();
        recording.close();
        show.close();
        equipment.journal().close();
    }

    /// All that can be lost is written by now; what is taken back meanwhile is left out of the
    /// files.
    ///
    /// @param filed the last event that is surely in them
    private void fadeAway(long filed) {
        broadcast.fadeAway();
        Show now = show.show();
        if (now.seq() != filed) {
            filing.file(now.id());
        }
    }
}
