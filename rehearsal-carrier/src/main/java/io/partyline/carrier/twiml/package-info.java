/// Documents, read: [TwimlReader][io.partyline.carrier.twiml.TwimlReader] makes
/// [Verb][io.partyline.carrier.twiml.Verb]s of XML. Nothing is run here.
@NullMarked
package io.partyline.carrier.twiml;

import org.jspecify.annotations.NullMarked;
