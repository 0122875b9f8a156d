package io.partyline.cast;

import io.partyline.show.Card;
import java.util.Optional;

/// What was understood of a caller's answers to the screener.
///
/// @param declined whether they do not want to talk to a machine
public record Understood(Card.Told told, boolean declined) {
    /// Nothing at all.
    public static final Understood NOTHING =
            new Understood(new Card.Told("", "", "", "", 0, false, false), false);

    /// Whether a human has to look at once.
    public boolean flagged() {
        return told.minor() || told.danger();
    }

    /// Whether anything was told by which the host knows more than before.
    public boolean anything() {
        return !told.name().isBlank() || !told.place().isBlank() || !told.point().isBlank();
    }

    /// What is still to be asked for; empty once name and point are known.
    public Optional<ScreenerReply.Ask> missing() {
        if (told.name().isBlank()) {
            return Optional.of(ScreenerReply.Ask.WHO);
        }
        return told.point().isBlank() ? Optional.of(ScreenerReply.Ask.POINT) : Optional.empty();
    }
}
