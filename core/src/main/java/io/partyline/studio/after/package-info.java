/// What is left to do when a call has ended, whoever ended it.
///
/// Reading order: [Finalisation], [Afterwards] (what a model is asked).
@NullMarked
package io.partyline.studio.after;

import org.jspecify.annotations.NullMarked;
