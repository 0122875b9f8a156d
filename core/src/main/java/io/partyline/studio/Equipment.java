package io.partyline.studio;

import io.partyline.audio.FrameSource;
import io.partyline.audio.player.HoldBed;
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
import java.util.function.Supplier;

/// Everything that a studio needs from the outside: one of each port.
///
/// The purse is the one into which models and voices count what they use.
///
/// Shelves and hold bed are what is played; without any other the bed is the studio's own.
///
/// The studio closes the clock, seat, console, journal, recorder and shelves when it is closed
/// itself.
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
        Shelves shelves,
        Supplier<FrameSource> holdBed) {
    /// A studio that plays nothing but its own hold bed.
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
            CallerBook callerBook,
            Purse purse) {
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
                purse,
                Shelves.NONE,
                HoldBed::loop);
    }

    /// A studio whose models and voices cost nothing.
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
                Purse.withoutCap(new Prices(List.of())));
    }

    /// The same with music and carts.
    public Equipment with(Shelves other) {
        return with(other, holdBed);
    }

    /// The same with another hold bed.
    ///
    /// @param other gives a source that never ends; it is read by the audio thread
    public Equipment with(Supplier<FrameSource> other) {
        return with(shelves, other);
    }

    private Equipment with(Shelves played, Supplier<FrameSource> bed) {
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
                played,
                bed);
    }
}
