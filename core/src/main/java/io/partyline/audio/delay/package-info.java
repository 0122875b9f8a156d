/// The delay between the program and those who listen to it from afar, so that a word can be taken
/// back before they hear it.
///
/// Reading order: [ProgramDelay] (what it does, frame by frame), [Reel] (the sound in hand),
/// [Pauses] and [Splices] (where time can be put in or taken out unheard), [Quiet] (what counts as
/// a pause), [Jingle] (what is heard in an emergency).
///
/// Nothing here is called on the audio thread: the program leaves it by a tape, and the delay
/// belongs to whoever reads that. What may not live here: what becomes of the delayed sound.
@NullMarked
package io.partyline.audio.delay;

import org.jspecify.annotations.NullMarked;
