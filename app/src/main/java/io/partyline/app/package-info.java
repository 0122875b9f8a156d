/// Puts the parts together and runs a show.
///
/// Reading order: [Main] (the commands), [Settings] (what they run with), [RunningShow] (the
/// wiring, in one place), [Doors] (the two listeners), then [ServeCommand] and [RehearseCommand].
@NullMarked
package io.partyline.app;

import org.jspecify.annotations.NullMarked;
