/// The program on its way to listeners.
///
/// Reading order: [Broadcast] (the thread `program`), [Titles] (who can be heard, as late as the
/// sound is), [OnAirTitle] (the words of that).
@NullMarked
package io.partyline.studio.program;

import org.jspecify.annotations.NullMarked;
