/// Samples: mixing, conversion, measurement. Pure arithmetic on frames of 20 ms.
@NullMarked
package io.partyline.audio;

import org.jspecify.annotations.NullMarked;
