/// Who hears what: the rules of the mix, made from the show and from nothing else.
///
/// Pure, and default deny: whatever is not named is silence. `studio.sound` makes sound of it.
///
/// Reading order: [HeldCallerHears] (what a caller hears who waits), [WhoHears] (all the rules),
/// [Form] (which ear hears a voice as it came, and which as it was made).
@NullMarked
package io.partyline.mix;

import org.jspecify.annotations.NullMarked;
