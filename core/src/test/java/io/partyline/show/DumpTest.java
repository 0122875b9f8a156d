package io.partyline.show;

import static io.partyline.show.Story.NOW;
import static io.partyline.show.Story.given;

import org.junit.jupiter.api.Test;

class DumpTest {
    @Test
    void aDumpIsWrittenDown() {
        given().when(new ShowCommand.ReportDump(144_000, 288_000, 144_000, false))
                .then(new ShowEvent.ProgramDumped(144_000, 288_000, 144_000, false, NOW));
    }

    @Test
    void whatLiesBeforeTheShowIsNoPartOfIt() {
        given().when(new ShowCommand.ReportDump(-96_000, 48_000, 144_000, true))
                .then(new ShowEvent.ProgramDumped(0, 48_000, 48_000, true, NOW));
    }

    @Test
    void aDumpOfNothingIsNone() {
        given().when(new ShowCommand.ReportDump(-96_000, -48_000, 48_000, false)).nothingHappens();
        given().when(new ShowCommand.ReportDump(5, 5, 0, true)).nothingHappens();
    }

    @Test
    void theEndOfAShowThatIsOverCanBeDumpedUntilItIsHeard() {
        given(new ShowEvent.ShowClosed(NOW))
                .when(new ShowCommand.ReportDump(48_000, 192_000, 96_000, false))
                .then(new ShowEvent.ProgramDumped(48_000, 192_000, 96_000, false, NOW));
    }

    @Test
    void aShowThatIsOverAndHeardIsDumpedNoMore() {
        given(new ShowEvent.ShowClosed(NOW))
                .when(new ShowCommand.ReportDump(0, 48_000, 0, false))
                .refused(Reason.SHOW_CLOSED);
    }
}
