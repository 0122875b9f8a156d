/// Keeps what a show leaves behind: the journal, the stems, the caller book, the exports.
///
/// Reading order: [SqliteJournal] and [EventJson] (every event, for good), [Rescue] (when the file
/// is damaged), [WavStemRecorder] and [WavStem] (one sound file a source), [SqliteCallerBook], then
/// [Exports], [ShowFile] and [Bundle] (transcript, chapters, project and log, made from the journal
/// and the stems), last [Trouble] (what a host is told).
@NullMarked
package io.partyline.store;

import org.jspecify.annotations.NullMarked;
