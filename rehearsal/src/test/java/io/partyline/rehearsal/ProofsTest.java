package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.cast.Prompt;
import io.partyline.cast.Regular;
import io.partyline.rehearsal.Step.Claim;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.EarlierCall;
import io.partyline.show.FloorCommand;
import io.partyline.show.Mood;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a rehearsal finds in its show, and what it says if it is not there.
class ProofsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Map<String, Duration> HEARD =
            Map.of("dave", Duration.ofMillis(60), "jas", Duration.ofMillis(600));

    private static final Regular RUTH =
            Regular.longAgo(
                    new PersonaKey("2"),
                    "Ruth",
                    "low",
                    "You fix boats.",
                    List.of(
                            new EarlierCall(
                                    new ShowId("friday"),
                                    new CallId("call-1"),
                                    Instant.EPOCH,
                                    "a boat",
                                    "Ruth sold a boat.")));

    private final Studio studio =
            new RehearsalRoom()
                    .cast(RehearsalRoom.persona("1", "Tony"), RehearsalRoom.persona("2", "Maya"))
                    .regular(RUTH)
                    .model(new ScriptedModel().answer(Prompt.Purpose.REPLY, "Good evening to you."))
                    .open();

    private final Proofs proofs =
            new Proofs(studio, CallId::new, (caller, _) -> Optional.ofNullable(HEARD.get(caller)));

    @BeforeEach
    void ruthSaysHello() {
        studio.bring("2");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var events = studio.events(studio.show().id(), 0)) {
            while (studio.show().conversation().utterances().isEmpty()) {
                assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
                events.next(Duration.ofMillis(20));
            }
        }
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void taken(CallId call) {
        studio.ring(call, new CallerNumber("0101", "print-of-" + call));
        assertThat(studio.connect(call, new HandHandset())).isPresent();
        studio.ask(new CallCommand.Take(call));
    }

    private void fails(Claim claim, String sentence) {
        assertThatThrownBy(() -> proofs.of(claim))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatWasSaidIsQuotedAndWhatWasNotIsNamed() {
        assertThat(proofs.of(new Claim.Said("ruth", "good EVENING")))
                .isEqualTo("Ruth said: Good evening to you.");
        fails(new Claim.Said("ruth", "goodbye"), "Ruth never said \"goodbye\"");
        fails(new Claim.Said("host", "good evening"), "the host never said \"good evening\"");
    }

    @Test
    void whoeverHasCalledBeforeIsARegularWhoWasHeardTonight() {
        assertThat(proofs.of(new Claim.CalledBefore("ruth")))
                .isEqualTo("Ruth, who has called an earlier show, was on the air again.");
        fails(new Claim.CalledBefore("tony"), "nobody called Tony has called an earlier show");
    }

    @Test
    void aMoodThatWasNeverAnotherHasNotTurned() {
        fails(new Claim.MoodTurned(), "the host's mood did not turn");
        studio.ask(new FloorCommand.ChooseMood(Optional.of(Mood.JOKING)));
        fails(new Claim.MoodTurned(), "the host's mood did not turn");
        studio.ask(new FloorCommand.ChooseMood(Optional.of(Mood.WARMTH)));
        assertThat(proofs.of(new Claim.MoodTurned()))
                .isEqualTo("The host's mood turned: joking, then warmth.");
    }

    @Test
    void howLongTheScreenerWasHeardIsHeldToItsLimit() {
        Duration limit = Duration.ofMillis(150);
        fails(new Claim.LetGo("dave", limit), "Dave was not taken");
        Stream.of("dave", "jas", "lena").map(CallId::new).forEach(this::taken);
        assertThat(proofs.of(new Claim.LetGo("dave", limit)))
                .isEqualTo(
                        "The screener was cut off in the middle of its words: Dave heard 60 ms more of it after the take.");
        fails(
                new Claim.LetGo("jas", limit),
                "Jas heard 600 ms of the screener after the host had taken them, more than 150");
        fails(
                new Claim.LetGo("lena", limit),
                "Lena did not hear the screener when they were taken");
    }
}
