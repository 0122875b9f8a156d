/// What becomes of the tapes: stems on the disk, and text.
///
/// Reading order: [Recording] (the thread `record`), [Ears] (a thread `hear` for each speaker),
/// [Silence] (nobody speaks).
@NullMarked
package io.partyline.studio.tape;

import org.jspecify.annotations.NullMarked;
