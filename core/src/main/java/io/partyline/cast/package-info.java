/// The AI callers: who they are, what they are told, and what becomes of what they say.
///
/// Pure: chance is an argument, and no model is asked here. Whatever a model answers is data,
/// checked before it is used; whatever a caller says is quoted to a model as speech, never as an
/// instruction.
///
/// Reading order: [Persona] and [Cast], [Backgrounds] (why they call tonight), [Prompt] and
/// [Prompts] (what the model is told), [SentenceStream] and [SpokenText] (from its answer to
/// speech, with [Written], [Shortened], [Money], [Dates], [Measures] and [Figures]), [Heard] (what
/// was not heard was not said), [TurnEnd] (what was said, and whether that was all), [OwnStory]
/// (who has something to add), [Summaries] and [FollowUpPick] (after a call), [Discretion] (what
/// others may hear of a caller).
@NullMarked
package io.partyline.cast;

import org.jspecify.annotations.NullMarked;
