package io.partyline.studio;

import io.partyline.port.AnsweringMachine;
import io.partyline.port.MessageBook;

/// What a studio needs so that callers can leave a message while the lines are closed.
///
/// @param machine where they leave it
/// @param book where it is kept from then on
/// @param invites whether callers may leave a message now; if not, what was left before is still
///   there
public record Answering(AnsweringMachine machine, MessageBook book, boolean invites) {}
