package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Stage;
import io.partyline.studio.NoteBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProceedingsTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final ShowId FRIDAY = new ShowId("friday");

    private Instant now = Instant.parse("2026-05-01T20:00:00Z");

    private final NoteBook journal = new NoteBook();

    private Proceedings of(Show start) {
        return new Proceedings(
                start, () -> now, () -> 0, () -> 0, new JournalWriter(journal), (_, _) -> {});
    }

    private Show leftWhileDaveRang() {
        Proceedings before = of(Show.before(0));
        before.ask(new ShowCommand.OpenShow(FRIDAY, ShowRules.DEFAULT, Set.of(), true));
        before.ask(new CallCommand.Ring(DAVE, CallerNumber.WITHHELD));
        return before.show();
    }

    @Test
    void nobodyIsGivenUpBeforeAShowIsGoneOnInAfterTheProgramWasAway() {
        Proceedings after = of(leftWhileDaveRang());
        now = now.plus(Duration.ofMinutes(5));
        assertThat(after.due()).isEmpty();
        after.passTime();
        after.ask(new ShowCommand.ResumeShow());
        after.passTime();
        assertThat(after.show().call(DAVE))
                .map(Call::stage)
                .containsInstanceOf(Stage.Ringing.class);
    }

    @Test
    void whoeverIsNotFoundAfterItIsGoneOnInIsGivenUpInTheEnd() {
        Proceedings after = of(leftWhileDaveRang());
        now = now.plus(Duration.ofMinutes(5));
        after.ask(new ShowCommand.ResumeShow());
        now = now.plus(ShowRules.DEFAULT.lostWait());
        assertThat(after.due()).contains(now);
        after.passTime();
        assertThat(after.show().call(DAVE)).isEmpty();
    }

    @Test
    void whileTheDiskIsFullItIsTriedOnceForEachCommandAndAllIsWrittenWhenItIsNot() {
        Proceedings show = of(Show.before(0));
        show.ask(new ShowCommand.OpenShow(FRIDAY, ShowRules.DEFAULT, Set.of(), true));
        journal.full = true;
        lines(show, false);
        int before = journal.tries;
        lines(show, true);
        lines(show, false);
        assertThat(journal.tries - before).isEqualTo(2);
        assertThat(show.journalTrouble()).contains("The disk is full.");
        journal.full = false;
        lines(show, true);
        assertThat(show.journalTrouble()).isEmpty();
        assertThat(journal.entries.getLast().seq()).isEqualTo(show.show().seq());
        assertThat(journal.entries).doesNotHaveDuplicates();
    }

    /// As the show's thread does it: first what the time asks for, then the command.
    private static void lines(Proceedings show, boolean open) {
        show.passTime();
        show.ask(new ShowCommand.SetLines(open));
    }
}
