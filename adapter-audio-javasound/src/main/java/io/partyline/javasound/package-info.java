/// The sound card of this computer.
@NullMarked
package io.partyline.javasound;

import org.jspecify.annotations.NullMarked;
