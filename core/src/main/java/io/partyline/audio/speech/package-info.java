/// Where somebody talks, and where they have finished.
///
/// Reading order: [VoiceActivity], [UtteranceCutter] (by silence alone); [VoiceDetector] and its
/// [VoiceByLevel], [SpeechCutter] and [SpokenPiece], [TurnEnd] (by silence and by what was said).
@NullMarked
package io.partyline.audio.speech;

import org.jspecify.annotations.NullMarked;
