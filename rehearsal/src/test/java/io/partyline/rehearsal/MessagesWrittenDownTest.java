package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Transcriber;
import io.partyline.port.Voicemail;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.ShowCommand;
import io.partyline.show.Speaker;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When a studio has what is said in messages written down.
class MessagesWrittenDownTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");

    private final HandTelephony network = new HandTelephony();
    private final HandAnsweringMachine machine = new HandAnsweringMachine();
    private final Hearing hearing = new Hearing();
    private final Studio studio =
            new RehearsalRoom()
                    .telephony(network)
                    .carrierHolds(true)
                    .transcriber(hearing)
                    .answering(machine, new MemoryMessageBook())
                    .open();

    MessagesWrittenDownTest() {
        network.reportTo(studio);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    /// Hears the same words in everything that comes aside, and counts how often it is looked at
    /// for messages.
    private static final class Hearing implements Transcriber {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String name() {
            return "a hearing of the test's own";
        }

        @Override
        public boolean isOff() {
            if (Thread.currentThread().getName().equals("voicemail-words")) {
                looks.incrementAndGet();
            }
            return false;
        }

        @Override
        public Session open(Speaker speaker, Consumer<Heard> heard) {
            return new Ended(() -> {});
        }

        @Override
        public Session openAside(Speaker speaker, Consumer<Heard> heard) {
            return new Ended(() -> heard.accept(new Heard("It is the harbour.", 0, 960, 1)));
        }

        private record Ended(Runnable end) implements Session {
            @Override
            public void accept(float[] frame, long atSample) {}

            @Override
            public void close() {
                end.run();
            }
        }
    }

    private static void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private void daveLeavesAMessage() {
        assertThat(studio.ring(DAVE, new CallerNumber("0101", "print-of-dave")))
                .isEqualTo(Admission.LEAVE_MESSAGE);
        machine.records(DAVE, TelephoneWav.tone(440, Duration.ofSeconds(3)));
        studio.messageLeft(DAVE);
        until(() -> !studio.voicemail().messages().isEmpty());
    }

    private Optional<String> words() {
        return studio.voicemail().messages().stream().findFirst().flatMap(Voicemail.Left::words);
    }

    /// The studio has looked for messages to write down once more, from beginning to end.
    private void anotherLook() {
        int before = hearing.looks.get();
        until(() -> hearing.looks.get() > before + 1);
    }

    @Test
    void aMessageIsWrittenDownOnceNobodyIsOnTheAir() {
        studio.ask(new ShowCommand.SetLines(true));
        network.dial(JAS, new CallerNumber("0102", "print-of-jas")).waits(Duration.ZERO);
        assertThat(studio.take(JAS)).isInstanceOf(TakeOutcome.OnAir.class);
        studio.ask(new ShowCommand.SetLines(false));
        daveLeavesAMessage();
        anotherLook();
        assertThat(words()).isEmpty();
        studio.ask(new CallCommand.HangUp(JAS));
        until(() -> words().isPresent());
        assertThat(words()).contains("It is the harbour.");
    }

    @Test
    void aMessageThatIsLeftBetweenShowsIsWrittenDownInTheNext() {
        studio.end();
        daveLeavesAMessage();
        anotherLook();
        assertThat(words()).isEmpty();
        studio.start(true, Optional.of(false));
        until(() -> words().isPresent());
        assertThat(words()).contains("It is the harbour.");
    }
}
