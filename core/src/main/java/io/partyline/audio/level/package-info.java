/// Measuring how loud something is, and changing it.
///
/// Reading order: [Meter], [Limiter] with [TruePeak], [Ducker], [Fade], [Ramp], [Cascade].
@NullMarked
package io.partyline.audio.level;

import org.jspecify.annotations.NullMarked;
