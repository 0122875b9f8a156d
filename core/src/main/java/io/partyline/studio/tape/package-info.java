/// What becomes of the tapes: stems on the disk, and text.
///
/// Reading order: [Recording] (the thread `record`), [Ears] (the thread `hear`), [BargeIn]
/// (somebody speaks over an AI caller), [Silence] (nobody speaks).
@NullMarked
package io.partyline.studio.tape;

import org.jspecify.annotations.NullMarked;
