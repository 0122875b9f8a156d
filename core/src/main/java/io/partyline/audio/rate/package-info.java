/// Sample rates and the telephone's code.
///
/// Reading order: [Resampler], with its three ways of doing the arithmetic, and [Mulaw].
@NullMarked
package io.partyline.audio.rate;

import org.jspecify.annotations.NullMarked;
