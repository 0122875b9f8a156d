/// Voices.
///
/// [OpenAiVoice] and [ElevenLabsVoice] speak over HTTP, [LocalVoice] through a program on this
/// computer; all of them hand sound on while it is made, at the studio's rate and at one level.
/// [EmbeddedVoice] speaks without an account, a download or a program: FreeTTS in the class path.
/// It is the floor under every other voice, and the voice of rehearsals. [VoiceChain] puts them in
/// line.
///
/// Reading order: [VoiceChain] and [ChainedSpeech] (who speaks if one cannot), [Casting], [Parts]
/// and [Rosters] (who has which voice), [StreamedSpeech] (one text, from bytes to samples) with
/// [Decoder], [SoundHead] and [Polish]; where the bytes come from: [ByteSource], [HttpSound] with
/// [Exchange], [ProgramSound], and between them and the reader [Inflow] and [Waiting]; [Trouble]
/// (what the host is told).
@NullMarked
package io.partyline.tts;

import org.jspecify.annotations.NullMarked;
