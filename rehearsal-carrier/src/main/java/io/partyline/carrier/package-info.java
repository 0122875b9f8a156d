/// The telephone company, made up: the other side of the phone door, played over real sockets on
/// this computer, so that a whole show can be rehearsed offline.
///
/// It knows nothing of the show's own code. Signatures, µ-law, TwiML and the WebSocket are written
/// here a second time on purpose, from the carrier's documentation, so that a mistake on one side
/// is not repeated on the other. The carrier's words (TwiML, media stream, mark, clear, SID) are at
/// home here.
///
/// Read in this order: [Carrier][io.partyline.carrier.Carrier], what a tester starts, and
/// [CarrierPlan][io.partyline.carrier.plan.CarrierPlan], how;
/// [PhoneCall][io.partyline.carrier.call.PhoneCall] and
/// [MediaLeg][io.partyline.carrier.stream.MediaLeg], what a caller does and hears;
/// [Diary][io.partyline.carrier.diary.Diary], what is seen;
/// [Faults][io.partyline.carrier.plan.Faults], what goes wrong. Then the packages from the ground
/// up: `diary`, `sound`, `plan`, `office`, `twiml`, `stream`, `call`, `rest`. Each knows only those
/// before it, and none knows this one.
@NullMarked
package io.partyline.carrier;

import org.jspecify.annotations.NullMarked;
