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

/// Everything that a studio needs from the outside: one of each port.
///
/// The studio closes the clock, seat, console, journal and recorder when it is closed itself.
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
        CallerBook callerBook) {}
