package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturningCallersTest {
    private static final EarlierCall BOATS =
            new EarlierCall(
                    new ShowId("thursday"),
                    new CallId("call-then"),
                    NOW.minusSeconds(86_400),
                    "boats",
                    "Dave spoke about boats.");
    private static final Acquaintance KNOWN =
            new Acquaintance("Dave", true, "Be kind.", false, 1, List.of(BOATS));
    private static final Event RECOGNISED = new CallEvent.CallerRecognised(DAVE, KNOWN, NOW);

    @Test
    void whatIsRememberedStandsOnTheCard() {
        Story story =
                given(waiting(DAVE)).when(new CallCommand.Recognise(DAVE, KNOWN)).then(RECOGNISED);
        Call dave = story.call(DAVE);
        assertThat(dave.known()).contains(KNOWN);
        assertThat(dave.caller().name()).isEqualTo("Dave");
        assertThat(dave.card().notes()).isEqualTo("Be kind.");
        assertThat(dave.card().vip()).isTrue();
    }

    @Test
    void whatHasBeenWrittenBeforeStays() {
        var written =
                new Card.Written(
                        Optional.of("David"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Loud."),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Story story =
                given(waiting(DAVE))
                        .when(
                                new CallCommand.WriteCard(DAVE, written),
                                new CallCommand.Recognise(DAVE, KNOWN));
        assertThat(story.call(DAVE).caller().name()).isEqualTo("David");
        assertThat(story.call(DAVE).card().notes()).isEqualTo("Loud.");
    }

    @Test
    void somebodyIsRecognisedOnceAndNobodyWhoHasGone() {
        given(all(waiting(DAVE), RECOGNISED))
                .when(new CallCommand.Recognise(DAVE, KNOWN))
                .nothingHappens();
        given(all(waiting(DAVE), ended(DAVE, EndedBy.CALLER)))
                .when(new CallCommand.Recognise(DAVE, KNOWN))
                .nothingHappens();
        given(aiOnAir(TONYS, TONY)).when(new CallCommand.Recognise(TONYS, KNOWN)).nothingHappens();
    }

    @Test
    void whoeverIsTakenUnderTheirNameNeedsNoNumber() {
        Story story = given(all(waiting(DAVE), RECOGNISED)).when(new CallCommand.Take(DAVE));
        assertThat(story.call(DAVE).caller().name()).isEqualTo("Dave");
    }

    @Test
    void aNumberIsTurnedAwayAndLetInAgain() {
        String print = DAVES.fingerprint();
        Story story =
                given(onAir(People.JAS, THREE))
                        .when(new ShowCommand.SetBan(print, true))
                        .then(new ShowEvent.BanSet(print, true, NOW))
                        .when(new ShowCommand.SetBan(print, true))
                        .nothingHappens()
                        .when(new CallCommand.Ring(DAVE, DAVES))
                        .then(new CallEvent.CallTurnedAway(DAVE, DAVES, Reason.BANNED, NOW));
        var again = new CallId("call-dave-again");
        story.when(new ShowCommand.SetBan(print, false), new CallCommand.Ring(again, DAVES))
                .then(new CallEvent.CallRang(again, DAVES, NOW));
    }

    @Test
    void theLastCallsAreKeptAndOneThatIsWrittenTwiceCountsOnce() {
        Acquaintance twice = KNOWN.after(BOATS, "");
        assertThat(twice.calls()).isEqualTo(1);
        assertThat(twice.name()).isEqualTo("Dave");
        Acquaintance more = KNOWN;
        for (int i = 0; i < 9; i++) {
            more =
                    more.after(
                            new EarlierCall(
                                    BOATS.show(), new CallId("call-" + i), NOW, "boats", "Again."),
                            "David");
        }
        assertThat(more.calls()).isEqualTo(10);
        assertThat(more.last()).hasSize(Acquaintance.MOST_CALLS);
        assertThat(more.lastCall()).map(EarlierCall::call).contains(new CallId("call-8"));
        assertThat(more.name()).isEqualTo("David");
    }
}
