/// Voices.
@NullMarked
package io.partyline.tts;

import org.jspecify.annotations.NullMarked;
