/// Stand-ins for the world, so that a whole show can be run offline, and the contracts that they
/// share with the real adapters.
@NullMarked
package io.partyline.rehearsal;

import org.jspecify.annotations.NullMarked;
