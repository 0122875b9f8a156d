/// Speech to text: a whisper model in a process of its own, or a server that understands
/// `/audio/transcriptions`.
///
/// Both hear in the same way: [Listening] opens an [Ear] for each speaker, which cuts what is said
/// into pieces; a [RecogniserQueue] takes one after the other to a [Recogniser], the most urgent
/// first; what comes back is cleaned ([Wording]) and doubted ([Invented]).
///
/// Only [WhisperMain], which runs in the child process, touches the native recogniser: whatever
/// breaks in it costs one utterance at most, and never the show.
///
/// Reading order: [Listening], [Ear], [RecogniserQueue], [Recogniser]; [WhisperRecogniser],
/// [WhisperKeeper], [WhisperProcess], [WhisperMain], [ModelLayout]; [HttpRecogniser]; [ModelStore].
@NullMarked
package io.partyline.whisper;

import org.jspecify.annotations.NullMarked;
