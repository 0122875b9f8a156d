/// Where somebody talks, where they have finished, and whether whoever talks over another means it.
///
/// Reading order: [VoiceActivity], [UtteranceCutter] (by silence alone); [VoiceDetector] and its
/// [VoiceByLevel], [SpeechCutter] and [SpokenPiece], [TurnEnd] (by silence and by what was said);
/// [Overlap].
@NullMarked
package io.partyline.audio.speech;

import org.jspecify.annotations.NullMarked;
