package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.PastShows;
import io.partyline.show.Reason;
import io.partyline.show.ShowId;
import io.partyline.studio.Studio;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The shows that are over, as a studio knows them that runs another one.
class PastShowsTest {
    private final RehearsalRoom room = new RehearsalRoom();
    private final ShowId friday = over();
    private final Studio studio = room.open();
    private final PastShows past = studio.pastShows();

    private ShowId over() {
        try (Studio before = room.open()) {
            return before.show().id();
        }
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aShowThatIsOverIsKnownAndTheOneThatRunsIsNoPastShow() {
        assertThat(past.all()).extracting(PastShows.PastShow::id).containsExactly(friday);
        assertThat(past.all().getFirst().endedAt()).isPresent();
        assertThat(past.knows(friday)).isTrue();
        assertThat(past.knows(studio.show().id())).isFalse();
        assertThat(past.knows(new ShowId("never"))).isFalse();
    }

    @Test
    void ofADeletedShowNothingIsLeft() {
        assertThat(past.delete(friday)).isEmpty();
        assertThat(past.knows(friday)).isFalse();
        assertThat(past.all()).isEmpty();
        assertThat(room.journal().replay(friday)).isEmpty();
        assertThat(past.delete(friday)).isEqualTo(Optional.of(Reason.NO_SUCH_SHOW));
    }

    @Test
    void theShowThatRunsCannotBeDeleted() {
        assertThat(past.delete(studio.show().id())).isEqualTo(Optional.of(Reason.STILL_NEEDED));
        assertThat(room.journal().replay(studio.show().id())).isNotEmpty();
    }
}
