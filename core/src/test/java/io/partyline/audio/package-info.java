/// Exact numbers for the sound.
@NullMarked
package io.partyline.audio;

import org.jspecify.annotations.NullMarked;
