/// Language models, spoken to over HTTP.
///
/// One dialect is spoken: the streamed chat completions that OpenAI made and most others, Ollama,
/// vLLM and llama.cpp among them, understand. A question is sent once and never again by itself:
/// the show decides whether it is worth asking twice.
///
/// Reading order: [OpenAiModel] (what the show uses), [ModelSettings] and [ApiKey] (what it needs
/// to know), [Answer] (one answer, from the question to the last word), [Incoming] and [Chunk]
/// (what comes over the wire), [Trouble] (what the host is told).
@NullMarked
package io.partyline.llm;

import org.jspecify.annotations.NullMarked;
