/// Where somebody talks, where an utterance ends, and whether whoever talks over another means it.
///
/// Reading order: [VoiceActivity], [UtteranceCutter], [Overlap].
@NullMarked
package io.partyline.audio.speech;

import org.jspecify.annotations.NullMarked;
