/// Language models, spoken to over HTTP in three dialects: OpenAI's chat completions, Anthropic's
/// messages and Ollama's own chat.
///
/// A dialect is written and read in one class of its own; whatever else there is to an answer (its
/// limits, its end, its cost, what servers get wrong) is the same for all. A question is put in
/// other words if a server does not take them, and once more if it is only too busy and there is
/// time; else never again by itself.
///
/// Reading order: [HttpModel] (what the show uses), [ModelSettings], [Dialect] and [ApiKey] (what
/// it needs to know), [Answer] with its [Pace] (one answer, from the question to the last word),
/// [Exchange], [Incoming] and [Events] (what comes over the wire), [Wire] and those who implement
/// it (what it means), [Sifter], [Scaffolding] and [Mark] (what of it is speech), [Lesson] and
/// [Habits] (what is learned of a server), [Fault] and [Trouble] (what the host is told),
/// [FallbackModel] and [CappedModel] (who is asked, and whether anybody is).
@NullMarked
package io.partyline.llm;

import org.jspecify.annotations.NullMarked;
