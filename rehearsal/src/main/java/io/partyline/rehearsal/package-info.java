/// Stand-ins for the world, so that a whole show can be run offline: strict fakes of every port, and the
/// contract tests that they share with the real adapters.
///
/// Reading order: [MemoryJournal], [MemoryStems], [MemoryCallerBook] (what a show leaves behind),
/// [HandCard] (a sound card cranked by hand), [ToneVoice], [ScriptedModel], [KnownVoices] (voices, model
/// and recogniser that know their lines), then the package `carrier` (the telephone network).
@NullMarked
package io.partyline.rehearsal;

import org.jspecify.annotations.NullMarked;
