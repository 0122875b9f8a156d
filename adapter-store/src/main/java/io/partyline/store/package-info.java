/// Keeps every event of every show, and the caller book, in one SQLite file; and the messages that
/// callers leave, in a folder.
///
/// Reading order: [SqliteJournal] (every event, for good), [JournalReader] (reading them while a
/// show is being written), [Database] (the tables), [Rescue] (when the file is damaged),
/// [SqliteCallerBook], [FolderMessageBook] (messages), last [Trouble] (what a host is told).
///
/// What may not live here: the form of an event, which is that of every store
/// ([io.partyline.events]), and what is made of events.
@NullMarked
package io.partyline.store;

import org.jspecify.annotations.NullMarked;
