package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.EventFeed;
import io.partyline.port.Telephony;
import io.partyline.rehearsal.HandSeat;
import io.partyline.rehearsal.MemoryCallerBook;
import io.partyline.rehearsal.MemoryJournal;
import io.partyline.rehearsal.MemoryStems;
import io.partyline.rehearsal.ScriptedModel;
import io.partyline.rehearsal.SpokenMicrophone;
import io.partyline.rehearsal.ToneVoice;
import io.partyline.show.AiMode;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.spend.Expenses;
import io.partyline.studio.ComputerClock;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// A host speaks, a real recogniser understands them, and the AI caller whom they mean answers.
@EnabledIf(value = "isHere", disabledReason = "pocketsphinx and flite are not installed")
class TonyAnswersTest {
    private static final String ANSWER = "I think it is a fine boat.";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static boolean isHere() {
        return Sphinx.isHere();
    }

    @Test
    void whatTheHostAsksTonyIsWrittenDownAndTonyAnswers() {
        var microphone = new SpokenMicrophone();
        try (var server =
                        new TranscriptionServer((asked, exchange) ->
                                TranscriptionServer.say(
                                        exchange,
                                        Sphinx.understood(asked.file()).replace('\n', ' ')));
                Studio studio = open(server, new HandSeat(microphone))) {
            try (var events = studio.events(studio.show().id(), 0)) {
                studio.bring("1");
                await(events, FloorEvent.TurnEnded.class::isInstance);
                studio.ask(new FloorCommand.SetAiMode(AiMode.AUTO));

                microphone.say(Sphinx.said("kal16", "Tony what do you think"));

                Event asked = await(events, TonyAnswersTest::byTheHost);
                assertThat(((FloorEvent.UtteranceSpoken) asked).text().toLowerCase(Locale.ROOT))
                        .contains("tony", "what do you think");
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

    private static Studio open(TranscriptionServer server, HandSeat seat) {
        var tony =
                new Persona(
                        new PersonaKey("1"), "Tony", "", "", "Fixes.", "low", "", "", List.of());
        var ears =
                Listening.withServer(
                        new HttpEarsSettings(server.base(), Optional.empty(), "en-us"),
                        "",
                        Expenses.free());
        return Studio.open(
                new Equipment(
                        Telephony.off(),
                        new ComputerClock(),
                        seat,
                        Console.none(),
                        ears,
                        new ScriptedModel().answer(Prompt.Purpose.REPLY, ANSWER),
                        new ToneVoice(),
                        new MemoryJournal(),
                        new MemoryStems(),
                        new MemoryCallerBook()),
                new ShowPlan(
                        quick(ShowRules.DEFAULT),
                        new Cast(List.of(tony)),
                        true,
                        HeldCallerHears.BED,
                        false,
                        true,
                        InstantSource.system(),
                        System::nanoTime,
                        new Random(7)));
    }

    /// Tony has just said hello, and need not rest.
    private static ShowRules quick(ShowRules usual) {
        return new ShowRules(
                usual.hostName(),
                usual.lines(),
                usual.channels(),
                usual.undo(),
                usual.reconnect(),
                usual.lostWait(),
                usual.takeLimit(),
                usual.turnLimit(),
                Duration.ofMillis(1),
                usual.followUpDelay());
    }
}
