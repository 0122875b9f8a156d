package io.partyline.studio.after;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Summary;
import io.partyline.studio.NoteBook;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No call of a closed show stays without a summary, whatever the model does.
class LastSummariesTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Summary SUMMARY =
            new Summary("Dave called about boats.", "boats", Summary.Source.MODEL);

    private final ShowThread show =
            new ShowThread(
                    Show.before(0),
                    InstantSource.system(),
                    System::nanoTime,
                    () -> 0,
                    new NoteBook(),
                    this::told);
    private final LastSummaries summaries = new LastSummaries(show);

    private void told(Journal.Entry entry, Show now) {
        Event event = entry.event();
        if (event instanceof ShowEvent.ShowClosed) {
            summaries.closed(now);
        } else if (event instanceof CallEvent.SummaryWritten) {
            summaries.look(now);
        }
    }

    @BeforeEach
    void open() {
        show.start();
        show.ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
        show.ask(new CallCommand.Ring(DAVE, CallerNumber.WITHHELD));
    }

    @AfterEach
    void close() {
        show.close();
    }

    private Optional<Summary> summary() {
        return show.show().history().find(DAVE).orElseThrow().summary();
    }

    @Test
    void theModelsSummaryIsWaitedFor() {
        show.ask(new ShowCommand.CloseShow());
        Thread late =
                Thread.startVirtualThread(
                        () -> show.ask(new CallCommand.FileSummary(DAVE, SUMMARY)));
        summaries.await(LONG);
        assertThat(summary()).contains(SUMMARY);
        assertThat(late).isNotNull();
    }

    @Test
    void aModelThatTakesTooLongLeavesThePlainSummary() {
        show.ask(new ShowCommand.CloseShow());
        summaries.await(Duration.ofMillis(1));
        assertThat(summary())
                .hasValueSatisfying(
                        plain -> assertThat(plain.source()).isEqualTo(Summary.Source.FALLBACK));
        show.ask(new CallCommand.FileSummary(DAVE, SUMMARY));
        assertThat(summary()).isNotEqualTo(Optional.of(SUMMARY));
    }

    @Test
    void aCallThatWasLostAndFoundAgainIsWaitedForOnce() {
        show.ask(new CallCommand.CallerGone(DAVE));
        show.ask(new CallCommand.FileSummary(DAVE, SUMMARY));
        show.ask(new ShowCommand.CloseShow());
        summaries.await(LONG);
        assertThat(summary()).contains(SUMMARY);
        assertThat(LastSummaries.missing(show.show())).isEmpty();
    }
}
