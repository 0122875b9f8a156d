/// Sound that is played from memory: today the hold bed.
@NullMarked
package io.partyline.audio.player;

import org.jspecify.annotations.NullMarked;
