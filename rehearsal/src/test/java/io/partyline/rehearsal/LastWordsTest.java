package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.HostSeat;
import io.partyline.port.LanguageModel;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Summary;
import io.partyline.studio.ComputerClock;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// What is written about a call when the show has been closed behind it, or when there is no model.
class LastWordsTest {
    private static final CallId DAVE = new CallId("call-dave");

    private final MemoryJournal journal = new MemoryJournal();

    private Studio open(LanguageModel model) {
        var persona =
                new Persona(
                        new PersonaKey("1"), "Tony", "", "", "Fixes.", "low", "", "", List.of());
        return Studio.open(
                new Equipment(
                        Telephony.off(),
                        new ComputerClock(),
                        HostSeat.none(),
                        Console.none(),
                        Transcriber.off(),
                        model,
                        new ToneVoice(),
                        journal,
                        new MemoryStems(),
                        new MemoryCallerBook()),
                new ShowPlan(
                        ShowRules.DEFAULT,
                        new Cast(List.of(persona)),
                        true,
                        HeldCallerHears.BED,
                        false,
                        InstantSource.system(),
                        System::nanoTime,
                        new Random(7)));
    }

    private static ShowId aired(Studio studio) {
        studio.ring(DAVE, CallerNumber.WITHHELD);
        assertThat(studio.connect(DAVE, new HandHandset())).isPresent();
        assertThat(studio.take(DAVE)).isInstanceOf(TakeOutcome.OnAir.class);
        return studio.show().id();
    }

    private List<Summary> summaries(ShowId show) {
        return journal.replay(show).stream()
                .flatMap(entry ->
                        entry.event() instanceof CallEvent.SummaryWritten(_, var summary, _)
                                ? Optional.of(summary).stream()
                                : Optional.<Summary>empty().stream())
                .toList();
    }

    @Test
    void aResetWaitsForTheSummaryOfACallThatItEnded() throws Exception {
        var asked = new CountDownLatch(1);
        var thought = new CountDownLatch(1);
        var model =
                new ScriptedModel()
                        .answer(
                                Prompt.Purpose.SUMMARY,
                                _ -> {
                                    asked.countDown();
                                    await(thought);
                                    return Optional.of("Dave talked about his boat.\nTopic: boats");
                                });
        try (Studio studio = open(model)) {
            ShowId first = aired(studio);
            Thread resetting = Thread.startVirtualThread(studio::reset);
            await(asked);
            thought.countDown();
            resetting.join();
            assertThat(studio.show().id()).isNotEqualTo(first);
            assertThat(summaries(first))
                    .singleElement()
                    .satisfies(summary ->
                            assertThat(summary.source()).isEqualTo(Summary.Source.MODEL));
        }
    }

    @Test
    void noShowBeginsBehindAStudioThatIsBeingClosed() throws Exception {
        var asked = new CountDownLatch(1);
        var thought = new CountDownLatch(1);
        var model =
                new ScriptedModel()
                        .answer(
                                Prompt.Purpose.SUMMARY,
                                _ -> {
                                    asked.countDown();
                                    await(thought);
                                    return Optional.of("Dave talked about his boat.\nTopic: boats");
                                });
        Studio studio = open(model);
        aired(studio);
        Thread resetting = Thread.ofPlatform().start(studio::reset);
        await(asked);
        Thread closing = Thread.ofPlatform().start(studio::close);
        waitForTheLastTasks(closing);
        thought.countDown();
        resetting.join();
        closing.join();
        assertThat(journal.unfinished()).isEmpty();
    }

    /// The only wait of a close that has a limit.
    private static void waitForTheLastTasks(Thread closing) {
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            assertThat(closing.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void aShowWithoutAModelSumsItsCallsUpWithoutAWarning() throws Exception {
        var warnings = new Lines();
        Logger log = Logger.getLogger("io.partyline.studio");
        log.addHandler(warnings);
        try (Studio studio = open(LanguageModel.off())) {
            ShowId first = aired(studio);
            studio.ask(new CallCommand.HangUpReal());
            studio.reset();
            assertThat(summaries(first)).hasSize(1);
            assertThat(warnings.written).isEmpty();
        } finally {
            log.removeHandler(warnings);
        }
    }

    @Test
    void onlyAVoiceThatThereIsSpeaks() {
        try (Studio studio = open(LanguageModel.off())) {
            List<String> voices = new ToneVoice().voices();
            assertThat(studio.speak("Good evening.", "nobody's"))
                    .contains(
                            "There is no voice \"nobody's\"; there is %s."
                                    .formatted(String.join(", ", voices)));
            assertThat(studio.speak("Good evening.", voices.getFirst())).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Lines extends Handler {
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            written.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
