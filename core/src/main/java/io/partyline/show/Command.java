package io.partyline.show;

/// Something that somebody wants of the show. [Decisions] answers it.
public sealed interface Command
        permits ShowCommand, CallCommand, FloorCommand, FollowUpCommand, MusicCommand {}
