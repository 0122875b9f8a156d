/// Keeps what a show leaves behind: the journal, the stems, the caller book, the exports.
///
/// Reading order: [SqliteJournal] and [EventJson] (every event, for good), [WavStemRecorder] and
/// [WavStem] (one sound file a source), [SqliteCallerBook], then [Exports] (transcript, chapters
/// and as-run log, made from the journal alone).
@NullMarked
package io.partyline.store;

import org.jspecify.annotations.NullMarked;
