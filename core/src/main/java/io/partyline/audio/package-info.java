/// Sound as numbers, on frames of 20 ms: what everything that sounds agrees on.
///
/// Inside, everything is mono at 48 kHz in 32-bit floats from -1 to 1. Nothing here starts a
/// thread, logs, or knows what a show is; everything that is called once a tick is real-time.
///
/// Reading order: [Frames] (the numbers), [FrameSource] and [FrameSink] (the two ends of
/// everything), then the rooms: `mixer` (who hears whom, as sound), `buffer` (between threads and
/// networks), `rate` (to and from the telephone), `level` (measuring and changing levels),
/// `loudness` (what a listener makes of them), `chain` (what is done to callers' voices), `speech`
/// (where somebody talks), `player` (sound that is played from memory), `delay` (the program,
/// later).
@NullMarked
package io.partyline.audio;

import org.jspecify.annotations.NullMarked;
