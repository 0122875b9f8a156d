/// Music and carts as the host plays them: from a folder to the players in the mix.
///
/// Reading order: [ShowJukebox] (what is asked for, and what the show is told), [Feed] (decodes one
/// piece well ahead), [Heads] (the beginnings of all pieces, so that none has to be waited for).
@NullMarked
package io.partyline.studio.music;

import org.jspecify.annotations.NullMarked;
