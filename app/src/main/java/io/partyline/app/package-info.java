/// Puts the parts together and runs a show.
@NullMarked
package io.partyline.app;

import org.jspecify.annotations.NullMarked;
