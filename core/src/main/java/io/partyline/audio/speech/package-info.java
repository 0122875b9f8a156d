/// Where somebody talks, and where an utterance ends.
///
/// Reading order: [VoiceActivity], [UtteranceCutter].
@NullMarked
package io.partyline.audio.speech;

import org.jspecify.annotations.NullMarked;
