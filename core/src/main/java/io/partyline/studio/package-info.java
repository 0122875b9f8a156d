/// Runs a show. Only here, and in the rooms below, are threads started and is anything logged.
///
/// Reading order: [Studio] (what the doors see), [Equipment] and [ShowPlan] (what it is given),
/// [Transmission] (how its program reaches listeners), [Continuation] (the show that was running
/// when the program stopped), [FrontDesk] (where the telephone network reports), [Errands] (what a
/// host asks for and waits for) with [Outcomes] (the one wait for what becomes of a decision),
/// [Reactions] (what is done about each event), then the rooms, each of which knows only those
/// named before it:
///
/// - `run`: the one writer of the show, the feed of its events, the threads for slow work;
/// - `sound`: legs, tapes, and the mix as sound;
/// - `program`: the program on its way to listeners;
/// - `tape`: what is recorded, and what is listened to;
/// - `music`: tracks and carts;
/// - `mail`: voicemail;
/// - `phone`: who speaks with the telephone network;
/// - `voice`: AI callers' turns, and announcements;
/// - `screen`: what callers who wait are asked;
/// - `after`: what is left to do when a call has ended.
///
/// What may not live here: decisions. They are in `show`. Threads and what each owns are listed in
/// `docs/threads.md`.
@NullMarked
package io.partyline.studio;

import org.jspecify.annotations.NullMarked;
