/// Sound as numbers: mixing, conversion and measurement, on frames of 20 ms.
///
/// Inside, everything is mono at 48 kHz in 32-bit floats from -1 to 1; the telephone's 8 kHz µ-law
/// is converted at the legs, never on the audio thread. Nothing here starts a thread, logs, or
/// knows what a show is.
///
/// Reading order: [Frames] (the numbers), [FrameSource] and [FrameSink] (the two ends of
/// everything), [Patch] and [Mixer] (who hears whom, as sound), [FrameQueue] and [JitterBuffer]
/// (between threads), [Resampler] and [Mulaw] (to and from the telephone), [Meter], [Limiter],
/// [Ducker] and [Fade] (levels), [VoiceActivity] and [UtteranceCutter] (speech).
@NullMarked
package io.partyline.audio;

import org.jspecify.annotations.NullMarked;
