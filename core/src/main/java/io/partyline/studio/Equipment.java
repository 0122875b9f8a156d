package io.partyline.studio;

import io.partyline.audio.FrameSource;
import io.partyline.audio.player.HoldBed;
import io.partyline.port.Archive;
import io.partyline.port.CallerBook;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.Journal;
import io.partyline.port.LanguageModel;
import io.partyline.port.Shelves;
import io.partyline.port.ShowClock;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.StemRecorder;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that a studio needs from the outside: one of each port.
///
/// What a studio can do without is added by a `with…`.
///
/// The studio closes the clock, both seats, console, journal, recorder, shelves and the way to
/// listeners when it is closed itself.
public record Equipment(
        Telephony telephony,
        ShowClock clock,
        HostSeat seat,
        Console console,
        Transcriber transcriber,
        LanguageModel languageModel,
        SpeechSynthesizer synthesizer,
        Journal journal,
        StemRecorder recorder,
        CallerBook callerBook,
        Purse purse,
        Archive archive,
        Transmission transmission,
        Shelves shelves,
        Supplier<FrameSource> holdBed,
        Optional<Answering> answering,
        HostSeat producer) {
    /// What no studio can do without; nothing costs anything, nothing is played but the studio's
    /// own hold bed, and nothing is left behind but the journal and the stems.
    public Equipment(
            Telephony telephony,
            ShowClock clock,
            HostSeat seat,
            Console console,
            Transcriber transcriber,
            LanguageModel languageModel,
            SpeechSynthesizer synthesizer,
            Journal journal,
            StemRecorder recorder,
            CallerBook callerBook) {
        this(
                telephony,
                clock,
                seat,
                console,
                transcriber,
                languageModel,
                synthesizer,
                journal,
                recorder,
                callerBook,
                Purse.withoutCap(new Prices(List.of())),
                Archive.none(),
                Transmission.none(),
                Shelves.NONE,
                HoldBed::loop,
                Optional.empty(),
                HostSeat.none());
    }

    /// The same, with a purse into which models and voices count what they use.
    public Equipment withPurse(Purse another) {
        return with(another, archive, transmission, shelves, holdBed, answering, producer);
    }

    /// The same, with a place for what a show leaves when it is over.
    public Equipment withArchive(Archive another) {
        return with(purse, another, transmission, shelves, holdBed, answering, producer);
    }

    /// The same, with its program on the way to listeners.
    public Equipment withTransmission(Transmission another) {
        return with(purse, archive, another, shelves, holdBed, answering, producer);
    }

    /// The same, with music and carts.
    public Equipment withShelves(Shelves others) {
        return with(purse, archive, transmission, others, holdBed, answering, producer);
    }

    /// The same, with another hold bed.
    ///
    /// @param another gives a source that never ends, which the audio thread reads
    public Equipment withHoldBed(Supplier<FrameSource> another) {
        return with(purse, archive, transmission, shelves, another, answering, producer);
    }

    /// The same, with a voicemail for those who call while the lines are closed.
    public Equipment withAnswering(Answering another) {
        return with(purse, archive, transmission, shelves, holdBed, Optional.of(another), producer);
    }

    /// The same, with a microphone and headphones for the producer, who talks with those who wait.
    public Equipment withProducer(HostSeat another) {
        return with(purse, archive, transmission, shelves, holdBed, answering, another);
    }

    private Equipment with(
            Purse purse,
            Archive archive,
            Transmission transmission,
            Shelves shelves,
            Supplier<FrameSource> holdBed,
            Optional<Answering> answering,
            HostSeat producer) {
        return new Equipment(
                telephony,
                clock,
                seat,
                console,
                transcriber,
                languageModel,
                synthesizer,
                journal,
                recorder,
                callerBook,
                purse,
                archive,
                transmission,
                shelves,
                holdBed,
                answering,
                producer);
    }
}
