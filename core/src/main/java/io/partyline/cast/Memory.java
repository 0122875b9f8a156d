package io.partyline.cast;

import io.partyline.show.EarlierCall;
import java.util.List;

/// What an AI caller remembers of the times they called before.
///
/// @param storyline what goes on in their life, as far as it has been told
/// @param calls their last calls, the newest first
public record Memory(String storyline, List<EarlierCall> calls) {
    public Memory {
        calls = List.copyOf(calls);
    }
}
