/// Where somebody talks, where they have finished, and whether whoever talks over another means it.
///
/// Of sound alone: what the words say about an end, whoever knows them tells.
///
/// Reading order: [VoiceActivity]; [VoiceDetector] and its [VoiceByLevel], [SpeechCutter] and
/// [SpokenPiece]; [Overlap]; [EchoFinder] with its [EchoTrace] (whose own loudspeaker their
/// microphone hears).
@NullMarked
package io.partyline.audio.speech;

import org.jspecify.annotations.NullMarked;
