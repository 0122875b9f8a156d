package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.EventFeed;
import io.partyline.rehearsal.HandSeat;
import io.partyline.rehearsal.RehearsalRoom;
import io.partyline.rehearsal.ScriptedModel;
import io.partyline.rehearsal.SpokenMicrophone;
import io.partyline.show.AiMode;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.Speaker;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A host speaks, a real recogniser understands them, and the AI caller whom they mean answers.
@EnabledIf(value = "isHere", disabledReason = "pocketsphinx, flite or festival is not installed")
@Tag("ci")
class TonyAnswersTest {
    private static final String QUESTION = "Tony, what do you think about that?";

    /// Slower than the voice's own pace by this: a host who names somebody does not mumble.
    private static final double CALM = 1.3;

    private static final String ANSWER = "I think it is a fine boat.";
    private static final Duration LIMIT = Duration.ofSeconds(100);

    static boolean isHere() {
        return Sphinx.isHere();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLITE_KAL", "FESTIVAL_KAL"})
    void whatTheHostAsksTonyIsWrittenDownAndTonyAnswers(Robot host) {
        var microphone = new SpokenMicrophone();
        try (var server = Sphinx.server();
                Studio studio = open(server, new HandSeat(microphone))) {
            try (var events = studio.events(studio.show().id(), 0)) {
                studio.bring("1");
                await(events, FloorEvent.TurnEnded.class::isInstance);
                studio.ask(new FloorCommand.SetAiMode(AiMode.AUTO));

                microphone.say(host.says(CALM, QUESTION));

                Event asked = await(events, TonyAnswersTest::byTheHost);
                assertThat(((FloorEvent.UtteranceSpoken) asked).text().toLowerCase(Locale.ROOT))
                        .isEqualTo("tony what do you think about that");
                Event answered = await(events, FloorEvent.UtteranceSpoken.class::isInstance);
                assertThat(((FloorEvent.UtteranceSpoken) answered).speaker().name())
                        .isEqualTo("Tony");
                assertThat(((FloorEvent.UtteranceSpoken) answered).text()).isEqualTo(ANSWER);
            }
        }
    }

    private static boolean byTheHost(Event event) {
        return event instanceof FloorEvent.UtteranceSpoken said
                && said.speaker() instanceof Speaker.Host;
    }

    private static Event await(EventFeed events, Predicate<Event> wanted) {
        while (true) {
            Event next = events.next(LIMIT).orElseThrow().entry().event();
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    /// Tony has just said hello, and need not rest.
    private static Studio open(TranscriptionServer server, HandSeat seat) {
        return new RehearsalRoom()
                .seat(seat)
                .transcriber(Sphinx.listening(server))
                .model(new ScriptedModel().answer(Prompt.Purpose.REPLY, ANSWER))
                .withoutRest()
                .open();
    }
}
