package io.partyline.http;

import io.partyline.show.Card;
import java.util.Optional;

/// What host or producer write onto a caller's card: any of these. A blank text takes out what was
/// there.
record CardWords(
        Optional<String> name,
        Optional<String> place,
        Optional<String> point,
        Optional<String> notes,
        Optional<Boolean> vip,
        Optional<Boolean> minor,
        Optional<Boolean> danger) {

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
