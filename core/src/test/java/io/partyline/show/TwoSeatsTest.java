package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Host and producer at the same show: neither undoes unseen what the other has done.
class TwoSeatsTest {
    private static final Card.Written A_BOAT = point("A boat.");
    private static final Card.Written A_SHIP = point("A ship.");

    @Test
    void whoeverWritesOverWhatTheyHaveNotSeenIsToldAndTheCardStays() {
        Story story =
                given(waiting(DAVE))
                        .when(
                                new CallCommand.WriteCard(
                                        DAVE, A_BOAT, Card.Written.NOTHING, Seat.PRODUCER));
        story.when(new CallCommand.WriteCard(DAVE, A_SHIP, point(""), Seat.HOST))
                .refused(Reason.WRITTEN_MEANWHILE);
        assertThat(story.call(DAVE).card().point()).isEqualTo("A boat.");
        assertThat(story.call(DAVE).card().writtenBy()).contains(Seat.PRODUCER);
    }

    @Test
    void whoeverHasSeenWhatStandsThereWritesOverIt() {
        given(waiting(DAVE))
                .when(
                        new CallCommand.WriteCard(
                                DAVE, A_BOAT, Card.Written.NOTHING, Seat.PRODUCER),
                        new CallCommand.WriteCard(DAVE, A_SHIP, A_BOAT, Seat.HOST))
                .then(new CallEvent.CardWritten(DAVE, A_SHIP, Optional.of(Seat.HOST), NOW));
    }

    @Test
    void whatTheOtherWroteIntoAnotherFieldStandsInNobodysWay() {
        Story story =
                given(waiting(DAVE))
                        .when(
                                new CallCommand.WriteCard(
                                        DAVE, A_BOAT, Card.Written.NOTHING, Seat.PRODUCER),
                                new CallCommand.WriteCard(DAVE, vip(true), vip(false), Seat.HOST));
        assertThat(story.call(DAVE).card().vip()).isTrue();
        assertThat(story.call(DAVE).card().point()).isEqualTo("A boat.");
    }

    @Test
    void bothWritingTheSameIsNoQuarrel() {
        given(waiting(DAVE))
                .when(new CallCommand.WriteCard(DAVE, A_BOAT, Card.Written.NOTHING, Seat.PRODUCER))
                .when(new CallCommand.WriteCard(DAVE, A_BOAT, point(""), Seat.HOST))
                .nothingHappens();
    }

    @Test
    void whatTheScreenerFiledMeanwhileIsNotOverwrittenUnseenEither() {
        given(waiting(DAVE))
                .when(
                        new CallCommand.FileCard(
                                DAVE, new Card.Told("Dave", "", "My cat.", "", 0.5, false, false)))
                .when(new CallCommand.WriteCard(DAVE, A_BOAT, point(""), Seat.PRODUCER))
                .refused(Reason.WRITTEN_MEANWHILE);
    }

    @Test
    void theChoiceOfTheNextCallerSaysWhoseItWas() {
        given(waiting(DAVE))
                .when(new CallCommand.ChooseNext(DAVE, true, Seat.PRODUCER))
                .then(new CallEvent.NextChosen(DAVE, true, Optional.of(Seat.PRODUCER), NOW));
    }

    @Test
    void aNoteIsKeptUntilTheHostHasReadItAndShowsNoNumber() {
        Story story =
                given().when(
                                new ShowCommand.WriteNote(
                                        " Line two knows her: 0113 496 0000. ", Seat.PRODUCER));
        assertThat(story.show().notes())
                .containsExactly(
                        new Note("Line two knows her: [number].", Seat.PRODUCER, false, NOW));
        story.when(new ShowCommand.PutNotesAway());
        assertThat(story.show().notes()).singleElement().matches(Note::read);
        story.when(new ShowCommand.PutNotesAway()).nothingHappens();
    }

    @Test
    void ofVeryManyNotesTheNewestAreAtHand() {
        Story story = given();
        for (int i = 0; i <= Note.MOST; i++) {
            story.when(new ShowCommand.WriteNote("Note " + i, Seat.PRODUCER));
        }
        assertThat(story.show().notes()).hasSize(Note.MOST);
        assertThat(story.show().notes().getFirst().text()).isEqualTo("Note 1");
    }

    private static Card.Written point(String text) {
        return new Card.Written(
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Card.Written vip(boolean vip) {
        return new Card.Written(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(vip),
                Optional.empty(),
                Optional.empty());
    }
}
