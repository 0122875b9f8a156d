/// What one tick of a whole desk takes, in a studio that is otherwise as it always is.
///
/// Reading order: [TickCommand], [MeasuredClock], [Chorus], [Played], [NoStems], [NoListeners].
@NullMarked
package io.partyline.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
