/// The AI callers: who they are, what they are told, and what becomes of what they say.
@NullMarked
package io.partyline.cast;

import org.jspecify.annotations.NullMarked;
