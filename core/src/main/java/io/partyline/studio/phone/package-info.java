/// Speaks with the telephone network: what it reports, and what it is asked.
///
/// Reading order: [ShowSwitchboard] (what the network reports), [Operator] (what it is asked),
/// [WayBack] (who is brought back when, with [Attempts]).
@NullMarked
package io.partyline.studio.phone;

import org.jspecify.annotations.NullMarked;
