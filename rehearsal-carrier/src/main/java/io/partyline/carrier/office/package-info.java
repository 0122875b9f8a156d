/// What every call and every stream needs of the carrier around it, together in
/// [Exchange][io.partyline.carrier.office.Exchange]: threads, ids, chance, and signed requests to
/// the show ([Webhooks][io.partyline.carrier.office.Webhooks]).
@NullMarked
package io.partyline.carrier.office;

import org.jspecify.annotations.NullMarked;
