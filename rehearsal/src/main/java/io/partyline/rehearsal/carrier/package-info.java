/// The telephone company, made up: the other side of the phone door, played over real sockets on
/// this computer, so that a whole show can be rehearsed offline.
///
/// It knows nothing of the show's own code. Signatures, µ-law, TwiML and the WebSocket are written
/// here a second time on purpose, from the carrier's documentation, so that a mistake on one side
/// is not repeated on the other. The carrier's words (TwiML, media stream, mark, clear, SID) are at
/// home here.
///
/// Read in this order: [Carrier][io.partyline.rehearsal.carrier.Carrier] and
/// [CarrierPlan][io.partyline.rehearsal.carrier.CarrierPlan], what a tester starts;
/// [PhoneCall][io.partyline.rehearsal.carrier.PhoneCall] and
/// [MediaLeg][io.partyline.rehearsal.carrier.MediaLeg], what a caller does and hears;
/// [Diary][io.partyline.rehearsal.carrier.Diary] and
/// [Happening][io.partyline.rehearsal.carrier.Happening], what is seen;
/// [Faults][io.partyline.rehearsal.carrier.Faults], what goes wrong. Then, inside:
/// `TwimlInterpreter` and the classes that run one verb each (`Prompts`, `Gathering`, `Waiting`,
/// `Streaming`, `Messages`); `Webhooks`, which makes the requests; `RestDesk`, which takes them.
@NullMarked
package io.partyline.rehearsal.carrier;

import org.jspecify.annotations.NullMarked;
