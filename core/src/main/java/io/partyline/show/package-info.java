/// The show as a value: what can be asked of it, what happened in it, and the rules between the
/// two.
///
/// Nothing here waits, logs, starts a thread, reads a clock or draws a number. Times, ids and
/// chance arrive as arguments, so that the same commands always make the same show, and replaying
/// its events brings it back exactly.
///
/// Reading order: [Event] and [Command] (the two vocabularies), [Call] and [Stage] (one call from
/// ring to hang-up), [Show] (all of it together, built by applying events), [ShowRules] (the
/// numbers), then [Decisions] (may this be done, and what happens if so).
///
/// What may not live here: anything the carrier, a model or a sound card has a word for.
@NullMarked
package io.partyline.show;

import org.jspecify.annotations.NullMarked;
