/// The form in which events are written down: [EventJson], one for every store and for the event
/// log among the exports, which know nothing of one another.
///
/// What may not live here: where the events go, and the feed of a dashboard, whose fields have
/// names of their own and leave out what is nobody's business.
@NullMarked
package io.partyline.events;

import org.jspecify.annotations.NullMarked;
