/// The REST API: [RestDesk][io.partyline.carrier.rest.RestDesk] takes requests with their faults,
/// `FrontDesk` checks who asks and leads to the window for calls or queues.
@NullMarked
package io.partyline.carrier.rest;

import org.jspecify.annotations.NullMarked;
