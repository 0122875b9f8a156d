/// The screener: asks callers who wait who they are and what they want to say, alone with each of
/// them, and fills in their cards. Whatever becomes of it, they are held and can be taken.
///
/// Reading order: [Screener] (who is asked, and when that ends), [Interview] (one talk with
/// somebody on a leg), [QueueInterview] (one talk with somebody in the telephone network's queue),
/// [Progress] (what is asked next), [CardReader] (what is made of the answers), [Patience] (how
/// long all that may take).
@NullMarked
package io.partyline.studio.screen;

import org.jspecify.annotations.NullMarked;
