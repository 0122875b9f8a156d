package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Card;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.TurnId;
import io.partyline.show.TurnTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Names of strangers in the log, which is printed on a terminal while it happens.
class AsRunLogTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId CALL = new CallId("call-1");

    private static String muted(String name) {
        var muted = new CallEvent.MuteSet(CALL, true, NOW);
        return AsRunLog.line(muted, after(named(name)));
    }

    private static Show after(Card.Written written) {
        Show show = Show.before(0);
        for (Event event :
                List.of(
                        new ShowEvent.ShowOpened(
                                new ShowId("friday"), ShowRules.DEFAULT, Set.of(), NOW),
                        new CallEvent.CallRang(CALL, new CallerNumber("0101", "print"), NOW),
                        new CallEvent.CardWritten(CALL, written, NOW))) {
            show = show.apply(event);
        }
        return show;
    }

    private static Card.Written named(String name) {
        return new Card.Written(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aNameThatWouldTurnItsNeighboursRoundIsTakenOutOfItsMarks() {
        assertThat(muted("\u202eevaD")).isEqualTo("    0:00  evaD is muted.");
        assertThat(muted("D\u2066a\u2069v\u200fe")).doesNotContainPattern("\\p{Cf}");
    }

    @Test
    void aNameFromRightToLeftIsIsolatedFromTheWordsAfterIt() {
        assertThat(muted("\u05d3\u05d5\u05d3"))
                .isEqualTo("    0:00  \u2068\u05d3\u05d5\u05d3\u2069 is muted.");
        assertThat(muted("Dave")).isEqualTo("    0:00  Dave is muted.");
    }

    @Test
    void aLongNameIsCutBetweenCharactersAndShowsIt() {
        assertThat(muted("x".repeat(200)))
                .isEqualTo("    0:00  %s… is muted.".formatted("x".repeat(15)));
        assertThat(muted("\ud83d\ude00".repeat(60)))
                .isEqualTo("    0:00  %s… is muted.".formatted("\ud83d\ude00".repeat(15)));
    }

    @Test
    void anAnswerSaysHowLongWhoeverAskedHadToWait() {
        var times = new TurnTimes(48_000, 60_000, 60_000, 72_000, 75_000, 80_000, 91_200);
        var timed = new FloorEvent.TurnTimed(new TurnId("turn-1"), times, NOW);
        assertThat(AsRunLog.line(timed, after(named("Dave"))))
                .isEqualTo("    0:00  The AI caller is heard 900 ms after the last word.");
    }
}
