/// What AI callers say, from the prompt to the last word that was heard, and announcements.
///
/// Reading order: [GreenRoom] (who could call, and why), [TurnRoom] (the turns that run),
/// [Performance] (one of them) with [SentencesAhead], [Speech], [Cues] and [TurnClock],
/// [Announcer].
@NullMarked
package io.partyline.studio.voice;

import org.jspecify.annotations.NullMarked;
