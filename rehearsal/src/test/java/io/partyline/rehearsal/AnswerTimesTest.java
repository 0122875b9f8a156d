package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.Prompt;
import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.EventFeed;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowId;
import io.partyline.show.TurnTimes;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is written down about how long an answer took, held against what was recorded.
class AnswerTimesTest {
    private static final int TURNS = 4;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// More than there is in a tone: 50 ms.
    private static final long SILENCE = Frames.samplesOf(Duration.ofMillis(50));

    /// A frame.
    private static final long APART = Frames.SAMPLES;

    private final RehearsalRoom room =
            new RehearsalRoom()
                    .model(new ScriptedModel().answer(Prompt.Purpose.REPLY, "So it is."));

    /// Where sound begins in a stem, after more silence than there is in a tone.
    private static List<Long> beginnings(float[] samples) {
        var found = new ArrayList<Long>();
        long silent = Long.MAX_VALUE / 2;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > 0.001f) {
                if (silent > SILENCE) {
                    found.add((long) i);
                }
                silent = 0;
            } else {
                silent++;
            }
        }
        return found;
    }

    /// The turn is over, and a tenth of a second has passed in the show.
    private static void awaitSilence(Studio studio, EventFeed events) {
        while (!(events.next(LIMIT).orElseThrow().entry().event()
                instanceof FloorEvent.TurnEnded)) {
            // Not yet.
        }
        long enough = studio.position() + 2 * SILENCE;
        while (studio.position() < enough) {
            Thread.onSpinWait();
        }
    }

    private List<TurnTimes> written(ShowId show) {
        return room.journal().replay(show).stream()
                .map(entry -> entry.event())
                .filter(FloorEvent.TurnTimed.class::isInstance)
                .map(event -> ((FloorEvent.TurnTimed) event).times())
                .toList();
    }

    @Test
    void whatIsWrittenDownIsWhereTheSoundBeginsInTheRecording() {
        ShowId show;
        String stem;
        try (Studio studio = room.open()) {
            show = studio.show().id();
            try (var events = studio.events(show, studio.show().seq())) {
                assertThat(studio.bring("1")).isInstanceOf(TakeOutcome.OnAir.class);
                awaitSilence(studio, events);
                for (int i = 1; i < TURNS; i++) {
                    assertThat(studio.chat("Is it so?", LIMIT))
                            .isInstanceOf(ChatOutcome.Answered.class);
                    awaitSilence(studio, events);
                }
            }
            studio.reset();
            stem =
                    room.stems().names(show).stream()
                            .filter(name -> name.contains("Tony"))
                            .findFirst()
                            .orElseThrow();
        }
        List<TurnTimes> times = written(show);
        List<Long> heard = beginnings(room.stems().samples(show, stem).orElseThrow());
        assertThat(times).hasSize(TURNS).hasSameSizeAs(heard);
        for (int i = 0; i < TURNS; i++) {
            TurnTimes turn = times.get(i);
            assertThat(Math.abs(turn.onAir() - heard.get(i))).isLessThanOrEqualTo(APART);
            assertThat(
                            List.of(
                                    turn.spokenUntil(),
                                    turn.heard(),
                                    turn.decided(),
                                    turn.firstToken(),
                                    turn.firstSentence(),
                                    turn.firstSound(),
                                    turn.onAir()))
                    .isSorted();
        }
    }
}
