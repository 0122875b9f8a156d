/// Language models.
@NullMarked
package io.partyline.llm;

import org.jspecify.annotations.NullMarked;
