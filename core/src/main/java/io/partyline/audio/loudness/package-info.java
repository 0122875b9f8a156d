/// How loud something is for those who listen: ITU-R BS.1770-4, EBU R128, Tech 3341 and 3342.
///
/// Reading order: [KWeighting] (what an ear makes of a sound), [LoudnessMeter] with [Blocks] (what
/// is made of that over time), [MonoLoudness] (a whole meter), [Loudness] (what it reads).
@NullMarked
package io.partyline.audio.loudness;

import org.jspecify.annotations.NullMarked;
