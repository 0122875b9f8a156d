/// What is done to a caller's voice before others hear it.
///
/// Reading order: [VoiceChain] (the links in their order) with [Knobs] (how it is set), [HostVoice]
/// (what it goes by), then the links: [HighPass], [AutomaticGain] with [SpeechLevel], [Expander]
/// with [ComfortNoise], [PeakGuard].
@NullMarked
package io.partyline.audio.chain;

import org.jspecify.annotations.NullMarked;
