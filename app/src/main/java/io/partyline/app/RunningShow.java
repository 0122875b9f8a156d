package io.partyline.app;

import io.partyline.exports.ShowExports;
import io.partyline.exports.ShowFolder;
import io.partyline.http.BrowserSeat;
import io.partyline.http.StudioDoor;
import io.partyline.port.Archive;
import io.partyline.port.CallerBook;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.HostSeat;
import io.partyline.port.Journal;
import io.partyline.port.LanguageModel;
import io.partyline.port.Shelves;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.StemRecorder;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.soundfiles.SoundFiles;
import io.partyline.spend.Purse;
import io.partyline.stems.WavStemRecorder;
import io.partyline.store.FolderMessageBook;
import io.partyline.store.SqliteCallerBook;
import io.partyline.store.SqliteJournal;
import io.partyline.studio.Answering;
import io.partyline.studio.ComputerClock;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import io.partyline.twilio.Capacity;
import io.partyline.twilio.EndedCalls;
import io.partyline.twilio.NumberFingerprint;
import io.partyline.twilio.PhoneDoor;
import io.partyline.twilio.StreamTokens;
import io.partyline.twilio.TwilioAnsweringMachine;
import io.partyline.twilio.TwilioSettings;
import io.partyline.twilio.TwilioTelephony;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// A show with its doors, wired: the one place where every part meets.
final class RunningShow implements AutoCloseable {
    /// What differs between a real show and a rehearsal.
    ///
    /// @param purse into which models and voices count
    /// @param chance the source of everything drawn by lot
    record Parts(
            Settings settings,
            Optional<TwilioSettings> telephone,
            HostSeat seat,
            Console console,
            Transcriber transcriber,
            LanguageModel languageModel,
            SpeechSynthesizer synthesizer,
            Purse purse,
            RandomGenerator chance,
            Shelves shelves) {
        /// With what lies in the folders of the settings.
        Parts(
                Settings settings,
                Optional<TwilioSettings> telephone,
                HostSeat seat,
                Console console,
                Transcriber transcriber,
                LanguageModel languageModel,
                SpeechSynthesizer synthesizer,
                Purse purse,
                RandomGenerator chance) {
            this(
                    settings,
                    telephone,
                    seat,
                    console,
                    transcriber,
                    languageModel,
                    synthesizer,
                    purse,
                    chance,
                    settings.music().shelves());
        }
    }

    private final DataFolder folder;
    private final Studio studio;
    private final Doors doors;
    private final SqliteCallerBook callerBook;
    private final Wellbeing wellbeing;
    private final Workbench workbench;

    private RunningShow(
            DataFolder folder,
            Studio studio,
            Doors doors,
            SqliteCallerBook callerBook,
            Wellbeing wellbeing,
            Workbench workbench) {
        this.wellbeing = wellbeing;
        this.workbench = workbench;
        this.folder = folder;
        this.studio = studio;
        this.doors = doors;
        this.callerBook = callerBook;
    }

    /// Wires everything, opens the show, then the doors. If one of them cannot be opened, those
    /// before it are closed again, and the show is left as it stands for the next start.
    static RunningShow open(Parts parts) {
        Ports.check(parts.settings());
        var open = new OpenSoFar();
        try {
            return open(parts, open);
        } catch (RuntimeException failed) {
            open.closeAll(failed);
            throw failed;
        }
    }

    private static RunningShow open(Parts parts, OpenSoFar open) {
        Settings settings = parts.settings();
        Path data = settings.data();
        DataFolder folder = DataFolder.hold(data);
        open.add(folder::close);
        NumberFingerprint fingerprint = new NumberFingerprint(FingerprintKey.in(data));
        var journal = new SqliteJournal(data);
        open.add(journal::close);
        var nanoTime = new WakefulClock(System::nanoTime, Uptime.ofThisComputer());
        var clock = new SteadyClock(InstantSource.system(), last(journal), nanoTime);
        List<String> missing = new Missing(data, journal).sentences(journal.damage());
        missing.forEach(System.err::println);
        var callerBook = new SqliteCallerBook(data);
        open.add(callerBook::close);
        var recorder = new WavStemRecorder(data, LocalDateTime::now);

        new Heap(settings.rules().lines()).settle();
        var capacity = new Capacity(settings.rules().lines());
        var tokens = new StreamTokens(capacity, System::nanoTime);
        Telephony telephony =
                parts.telephone()
                        .<Telephony>map(phone -> new TwilioTelephony(phone, tokens, fingerprint))
                        .orElse(Telephony.off());
        HoldBedChoice bed = settings.music().holdBed();
        bed.trouble().ifPresent(RunningShow::warn);
        var archive =
                new ShowFolder(
                        journal::replay,
                        Recordings.stemsIn(data),
                        show -> WavStemRecorder.folder(data, show));
        var sound = TriedSound.over(parts.seat(), parts.console());
        Optional<BrowserSeat> producer =
                settings.studio().seats().producer().map(_ -> new BrowserSeat());
        Equipment equipment =
                equipment(parts, sound, producer, telephony, journal, recorder, callerBook, archive)
                        .withShelves(parts.shelves())
                        .withHoldBed(bed::loop);
        Studio studio =
                Studio.open(
                        voicemail(parts).map(equipment::withAnswering).orElse(equipment),
                        running(parts, clock, nanoTime));
        open.add(studio::leave);

        var phoneDoor =
                parts.telephone()
                        .map(phone ->
                                new PhoneDoor(
                                        phone,
                                        capacity,
                                        tokens,
                                        fingerprint,
                                        studio,
                                        EndedCalls.in(data),
                                        bed.atTheCarrier()));
        var wellbeing =
                new Wellbeing(
                        studio::health,
                        phoneDoor,
                        phoneDoor.flatMap(door -> tunnel(parts, door)),
                        Wellbeing.disk(data, () -> Recordings.of(studio.show(), data)),
                        missing);
        Workbench workbench = sound.workbench(parts, studio);
        open.add(workbench::close);
        var studioDoor =
                new StudioDoor(
                                studio,
                                settings.studio(),
                                new ShowExports(journal::replay, Recordings.stemsIn(data)),
                                new ClippedShow(
                                        studio::show,
                                        data,
                                        recorder.late(),
                                        settings.music().effects(),
                                        journal::replay),
                                wellbeing::all,
                                clock)
                        .with(workbench);
        Doors doors =
                Doors.open(
                        withSeats(studioDoor, parts.seat(), producer),
                        phoneDoor,
                        settings.phonePort());
        open.add(doors::close);
        wellbeing.start();
        return new RunningShow(folder, studio, doors, callerBook, wellbeing, workbench);
    }

    /// What was left earlier is there although nobody may leave anything now.
    private static Optional<Answering> voicemail(Parts parts) {
        Settings settings = parts.settings();
        boolean any = Files.isDirectory(settings.data().resolve(FolderMessageBook.FOLDER));
        return parts.telephone()
                .filter(_ -> settings.voicemail() || any)
                .map(phone ->
                        new Answering(
                                new TwilioAnsweringMachine(phone),
                                new FolderMessageBook(settings.data(), SoundFiles::open),
                                settings.voicemail()));
    }

    private static void warn(String trouble) {
        System.err.println(trouble + " Callers who wait hear the built-in music.");
    }

    /// A seat in the browser is sat down at by way of the studio door.
    private static StudioDoor withSeats(
            StudioDoor door, HostSeat seat, Optional<BrowserSeat> producer) {
        StudioDoor hosts = seat instanceof BrowserSeat offered ? door.with(offered) : door;
        return producer.map(hosts::withProducer).orElse(hosts);
    }

    private static Optional<Lookout> tunnel(Parts parts, PhoneDoor door) {
        return parts.telephone()
                .flatMap(phone -> Wellbeing.tunnel(phone, door, parts.settings().phonePort()));
    }

    private static Equipment equipment(
            Parts parts,
            TriedSound sound,
            Optional<BrowserSeat> producer,
            Telephony telephony,
            Journal journal,
            StemRecorder recorder,
            CallerBook callerBook,
            Archive archive) {
        var equipment =
                new Equipment(
                                telephony,
                                new ComputerClock(SoundFirst.ofThisComputer()),
                                sound.seat(),
                                sound.console(),
                                parts.transcriber(),
                                parts.languageModel(),
                                parts.synthesizer(),
                                journal,
                                recorder,
                                callerBook)
                        .withPurse(parts.purse())
                        .withArchive(archive)
                        .withTransmission(parts.settings().stream().transmission());
        return producer.map(equipment::withProducer).orElse(equipment);
    }

    /// The last thing that is known of the show that goes on, if one does.
    private static Instant last(Journal journal) {
        return journal.unfinished()
                .map(show -> journal.replay(show).getLast().event().at())
                .orElse(Instant.EPOCH);
    }

    private static ShowPlan running(Parts parts, InstantSource clock, LongSupplier nanoTime) {
        Settings settings = parts.settings();
        var plan =
                new ShowPlan(
                        settings.rules(),
                        settings.cast(),
                        settings.linesOpen(),
                        settings.callerHears(),
                        settings.hold() == TwilioSettings.Hold.CARRIER,
                        settings.callersInterrupt(),
                        settings.eagerness(),
                        clock,
                        nanoTime,
                        parts.chance(),
                        settings.screening());
        return plan.callersSound(settings.callerSound());
    }

    Studio studio() {
        return studio;
    }

    Doors doors() {
        return doors;
    }

    /// How every part is doing.
    List<Health> health() {
        return wellbeing.all();
    }

    /// Ends the show properly, then closes the doors: callers are told before the line is cut.
    @Override
    public void close() {
        wellbeing.close();
        workbench.close();
        studio.close();
        doors.close();
        callerBook.close();
        folder.close();
    }
}
