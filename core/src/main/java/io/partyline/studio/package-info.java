/// Runs a show: the only package that starts threads, and the only one that logs.
///
/// Reading order: [Studio] (what the doors see), [ShowThread] (the one writer of the show),
/// [Reactions] (what is done about an event), [WhoHears] (the rules of the mix, pure) and [Desk]
/// (the same rules as sound), [Tape] and [ShowTime] (how sound leaves the audio thread, and where
/// it lies in a show), then one class for each kind of slow work: [Legs], [Recording], [Ears],
/// [TurnRoom], [Operator], [Finalisation] with [Afterwards].
///
/// Threads, and what each owns:
///
/// - `show`: the current [io.partyline.show.Show]; it alone writes the journal.
/// - `audio`: the mixer and everything it touches; belongs to the sound card. Never allocates,
///   locks, logs, sleeps, or touches disk or network.
/// - `record`: the open stems.
/// - `hear`: one a speaker; the transcriber's session.
/// - `react`: one a task; nothing. Its result comes back as a command.
///
/// What may not live here: decisions. They are in `show`.
@NullMarked
package io.partyline.studio;

import org.jspecify.annotations.NullMarked;
