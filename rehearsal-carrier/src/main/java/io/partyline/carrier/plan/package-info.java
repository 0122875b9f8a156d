/// What a tester settles: beforehand in a [CarrierPlan][io.partyline.carrier.plan.CarrierPlan], and
/// while it runs in [Faults][io.partyline.carrier.plan.Faults].
///
/// Values and scripts only; nothing here speaks to anybody.
@NullMarked
package io.partyline.carrier.plan;

import org.jspecify.annotations.NullMarked;
