/// What the show asks of the world, and what the world may ask of the show: one conversation each.
///
/// Ports the show calls, outermost first: [Telephony], [HostSeat], [Console], [ShowClock],
/// [Transcriber], [LanguageModel], [SpeechSynthesizer], [Journal], [StemRecorder], [CallerBook].
/// Ports the world calls: [Switchboard] (the telephone network), [ControlRoom] (the host),
/// [Ticking] (the clock). [Exports] stands between two parts outside: a door asks, and what is made
/// of a show's events answers.
///
/// Where a port has a contract test in `rehearsal`, its fake and its real adapter both pass it.
///
/// What may not live here: threads, and anything that decides.
@NullMarked
package io.partyline.port;

import org.jspecify.annotations.NullMarked;
