/// Voices.
///
/// [EmbeddedVoice] speaks without an account, a download or a program: FreeTTS in the class path.
/// It is the floor under every other voice, and the voice of rehearsals.
@NullMarked
package io.partyline.tts;

import org.jspecify.annotations.NullMarked;
