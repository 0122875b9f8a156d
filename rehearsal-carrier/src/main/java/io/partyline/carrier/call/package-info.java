/// One telephone call, and everything that a document can make of it.
///
/// Read [PhoneCall][io.partyline.carrier.call.PhoneCall], then `TwimlInterpreter` and the classes
/// that run one verb each: `Prompts`, `Gathering`, `Waiting`, `Streaming`, `Messages`.
@NullMarked
package io.partyline.carrier.call;

import org.jspecify.annotations.NullMarked;
