package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.Card;
import io.partyline.show.Seat;
import java.util.List;
import java.util.Optional;

/// A caller's card, as the dashboard reads it. Blank texts are not known.
///
/// @param name what they are called on the air, which is made up as long as none is known
/// @param screeningStatus `asking`, `done`, `declined`, `failed` or `broken_off`; empty if nobody
///   has asked them
/// @param ready whether it is known what they want to say, and nobody has to look at them first
/// @param writtenBy whose hand wrote last; empty if nobody has, or the screener since
/// @param byHand what a person has written, and the screener leaves as it is
record CardPicture(
        String name,
        String place,
        String point,
        String notes,
        boolean vip,
        String mood,
        double confidence,
        boolean minor,
        boolean danger,
        Optional<Card.Screening> screeningStatus,
        boolean ready,
        Optional<Seat> writtenBy,
        List<Card.Field> byHand) {

    static CardPicture of(Call call) {
        Card card = call.card();
        return new CardPicture(
                call.caller().name(),
                card.place(),
                card.point(),
                card.notes(),
                card.vip(),
                card.mood(),
                card.confidence(),
                card.minor(),
                card.danger(),
                screening(card),
                call.ready(),
                card.writtenBy(),
                byHand(card));
    }

    /// In the order of the card.
    static List<Card.Field> byHand(Card card) {
        return card.byHand().stream().sorted().toList();
    }

    static Optional<Card.Screening> screening(Card card) {
        return Optional.of(card.screening()).filter(how -> how != Card.Screening.NONE);
    }
}
