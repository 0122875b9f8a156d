/// The mix as sound: who hears whom, plugged together.
///
/// Reading order: [Sound] (everything that sounds), [Tick] (what happens every 20 ms), [Desk] (the
/// rules of the mix as a patch), [Leg] and [Legs] (callers' audio paths), [VoiceLine] and
/// [VoiceLines] (AI callers' voices), [Tape] and [ShowTime] (how sound leaves the audio thread, and
/// where it lies in a show).
@NullMarked
package io.partyline.studio.sound;

import org.jspecify.annotations.NullMarked;
