/// What models and voices cost: counted in the units that providers bill, priced, and capped.
///
/// Pure: nothing here asks anybody, and no clock is read. Whoever uses a provider counts what was
/// used into [Expenses]; how much that is in dollars is decided here alone.
///
/// Reading order: [Usage] and [Unit] (what was used), [Dollars] and [Prices] (what that costs),
/// [Spending] (the sums), [Expenses] and [Purse] (who counts, and when it is enough).
@NullMarked
package io.partyline.spend;

import org.jspecify.annotations.NullMarked;
