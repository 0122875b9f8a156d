/// The telephone network, as Twilio and carriers like it speak it.
///
/// The carrier's words (TwiML, media stream, mark, clear, SID) live here; no other part of a running
/// show knows them. (The made-up carrier of a rehearsal speaks them from the other side, in a package
/// of its own.) This adapter translates both ways and decides nothing about a call: it asks the
/// [Switchboard] what to do, and gives the show a [Telephony] to act with.
///
/// Reading order: [TwilioSettings]; [PhoneDoor], what the carrier can reach; `CarrierGate` and `Signatures`,
/// who may come in; `CallFlow` and `Twiml`, what a call is told; `StreamDesk` and [StreamTokens], which
/// stream is whose; `MediaStream`, one caller's socket, with `MediaScan`, `Payload` and `CallerAudio`
/// towards us and `ToCaller`, `Wire`, `Pacing` and `CarrierBuffer` towards them; [Capacity], how much of
/// it all there may be; [TwilioTelephony], the carrier's REST desk, asked by `Questions`;
/// [TwilioAnsweringMachine] and `RecordingFile`, the messages that callers left there; [NumberDesk], how
/// the number is set up.
///
/// What may not live here: rules of the show, and sockets or documents of any other kind.
///
/// [Switchboard]: io.partyline.port.Switchboard
/// [Telephony]: io.partyline.port.Telephony
@NullMarked
package io.partyline.twilio;

import org.jspecify.annotations.NullMarked;
