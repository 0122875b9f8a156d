/// Makes files of a show for listeners, editors and other programs, from its events alone; stems
/// are handed in where a form holds sound.
///
/// Reading order: [ShowExports] (every format there is), [ShowFile] (a show, ready to be written
/// out), then the forms: [Transcript] with [Card], [Chapters], [Notes], [Reaper], [EventLog],
/// [AsRunLog], and [Bundle] (all of them in one zip); [RecordedStems] and [RecordedStem] say what
/// is asked of whoever recorded.
///
/// What may not live here: where events are kept, how sound is recorded, and telephone numbers:
/// every text goes through [ShowFile#clean].
@NullMarked
package io.partyline.exports;

import org.jspecify.annotations.NullMarked;
