package io.partyline.studio;

import io.partyline.port.CallerBook;
import io.partyline.port.Journal;
import io.partyline.port.LanguageModel;
import io.partyline.port.SoundCard;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.StemRecorder;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;

/// Everything that a studio needs from the outside: one of each port.
///
/// The studio closes the sound card, the journal and the recorder when it is closed itself.
public record Equipment(
        Telephony telephony,
        SoundCard soundCard,
        Transcriber transcriber,
        LanguageModel languageModel,
        SpeechSynthesizer synthesizer,
        Journal journal,
        StemRecorder recorder,
        CallerBook callerBook) {}
