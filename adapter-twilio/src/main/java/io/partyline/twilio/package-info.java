/// The telephone network, as Twilio speaks it.
@NullMarked
package io.partyline.twilio;

import org.jspecify.annotations.NullMarked;
