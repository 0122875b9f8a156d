package io.partyline.show;

import java.util.Optional;

/// A piece of music, or the sound of a cart, as it is told of.
///
/// @param id its name in its folder
/// @param lengthMs how long it is, as far as that is known
public record Played(String id, String title, Optional<Long> lengthMs) {
    public Played {
        Texts.requireWords(id, "the id of what is played");
    }
}
