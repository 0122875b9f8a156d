/// The show's own thread, the feed of what happened, and the threads for slow work.
///
/// Reading order: [ShowThread] (where a show is asked), [Proceedings] (the one writer of the show,
/// without a thread), [JournalWriter] (what it does with the journal), [ClosedShows] (what is still
/// missing of the shows before), [Feed] (the events, for any number of readers), [Crew] (where slow
/// work is done), [Rounds] (work that is done again and again).
@NullMarked
package io.partyline.studio.run;

import org.jspecify.annotations.NullMarked;
