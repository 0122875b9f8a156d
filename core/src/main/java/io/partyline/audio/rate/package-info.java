/// Sample rates and the telephone's code.
///
/// Reading order: [Resampler], with its two ways of doing the arithmetic, and [Mulaw].
@NullMarked
package io.partyline.audio.rate;

import org.jspecify.annotations.NullMarked;
