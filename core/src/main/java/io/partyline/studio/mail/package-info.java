/// The show's voicemail: what callers say to the telephone network's answering machine while the
/// lines are closed, brought here and kept.
///
/// Reading order: [Postbox] (what there is), [Collector] (brings it here, when [Visits] says so),
/// [MessageShelf] (how a message is played on the air).
///
/// What may not live here: who may leave a message, which is the switchboard's to say.
@NullMarked
package io.partyline.studio.mail;

import org.jspecify.annotations.NullMarked;
