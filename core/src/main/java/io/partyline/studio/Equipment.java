package io.partyline.studio;

import io.partyline.port.CallerBook;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.Journal;
import io.partyline.port.LanguageModel;
import io.partyline.port.ShowClock;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.StemRecorder;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import java.util.List;

/// Everything that a studio needs from the outside: one of each port.
///
/// The purse is the one into which models and voices count what they use.
///
/// The studio closes the clock, seat, console, journal, recorder and the way to listeners when it is
/// closed itself.
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
        Transmission transmission) {
    /// A studio to which nobody listens from afar.
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
                Transmission.none());
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

    /// The same, with its program on the way to listeners.
    public Equipment withTransmission(Transmission sent) {
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
                sent);
    }
}
