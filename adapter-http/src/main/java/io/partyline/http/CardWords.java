package io.partyline.http;

import io.partyline.show.Card;
import java.util.Optional;

/// What host or producer write onto a caller's card: any of these. A blank text takes out what was
/// there.
///
/// @param seen what stood in these fields when the writer began; if something else has come into
///   one of them since, nothing is written
record CardWords(
        Optional<String> name,
        Optional<String> place,
        Optional<String> point,
        Optional<String> notes,
        Optional<Boolean> vip,
        Optional<Boolean> minor,
        Optional<Boolean> danger,
        Optional<Seen> seen) {

    /// What a writer has seen of a card.
    record Seen(
            Optional<String> name,
            Optional<String> place,
            Optional<String> point,
            Optional<String> notes,
            Optional<Boolean> vip,
            Optional<Boolean> minor,
            Optional<Boolean> danger) {}

    /// What the writer has seen, as far as they say.
    Card.Written before() {
        return seen.map(was ->
                        new Card.Written(
                                was.name,
                                was.place,
                                was.point,
                                was.notes,
                                was.vip,
                                was.minor,
                                was.danger))
                .orElse(Card.Written.NOTHING);
    }

    /// @throws Problem if one of them is too long, or no text
    Card.Written written() {
        return new Card.Written(
                name.map(text -> Texts.written("name", text, Card.LONGEST_NAME)),
                place.map(text -> Texts.written("place", text, Card.LONGEST)),
                point.map(text -> Texts.written("point", text, Card.LONGEST)),
                notes.map(text -> Texts.written("notes", text, Card.LONGEST_NOTES)),
                vip,
                minor,
                danger);
    }
}
