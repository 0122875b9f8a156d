package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.port.Console;
import io.partyline.port.EventFeed;
import io.partyline.port.HostSeat;
import io.partyline.port.LanguageModel;
import io.partyline.port.Transcriber;
import io.partyline.rehearsal.Ports;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Channel;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.spend.Purse;
import io.partyline.studio.Studio;
import io.partyline.tts.EmbeddedVoice;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/// A whole show with both doors open, wired as the program wires it, and a made-up telephone
/// company that rings it over real sockets. No model and no recogniser: summaries are the plain
/// ones.
///
/// Closing it closes the show, then insists that nothing is left.
final class HouseUnderTest implements AutoCloseable {
    /// What a test waits for happens in well under a second; a busy machine may need more.
    static final Duration SOON = Duration.ofSeconds(60);

    /// Fifty times faster than life: a greeting takes a third of a second.
    private static final double FAST = 50;

    static {
        Logs.quiet();
    }

    private final Path data;
    private final Hold hold;
    private final Carrier carrier;
    private final RunningShow running;
    private final AtTheDesk desk;

    private HouseUnderTest(
            Path data,
            Hold hold,
            double speed,
            Map<String, String> more,
            Function<Settings, RunningShow.Parts> parts) {
        this.data = data;
        this.hold = hold;
        int phonePort = Ports.free();
        carrier = MadeUpCarrier.open(phonePort, speed);
        Map<String, String> given = new HashMap<>(MadeUpCarrier.settings(carrier, phonePort));
        given.put("PARTYLINE_DATA", data.toString());
        given.put("PARTYLINE_PHONE_HOLD", hold.name().toLowerCase(Locale.ROOT));
        given.putAll(more);
        running = RunningShow.open(parts.apply(new Settings(new Lookup(given), data)));
        desk = new AtTheDesk(running.doors().studioPort());
    }

    private static RunningShow.Parts parts(Settings settings) {
        return parts(settings, LanguageModel.off());
    }

    private static RunningShow.Parts parts(Settings settings, LanguageModel model) {
        return parts(settings, HostSeat.none(), model);
    }

    private static RunningShow.Parts parts(Settings settings, HostSeat seat, LanguageModel model) {
        return new RunningShow.Parts(
                settings.checked(),
                settings.telephone(),
                seat,
                Console.none(),
                Transcriber.off(),
                model,
                new EmbeddedVoice(),
                settings.checked().media().purse(),
                new Random(1));
    }

    static HouseUnderTest open(Path data, Hold hold) {
        return new HouseUnderTest(data, hold, FAST, Map.of(), HouseUnderTest::parts);
    }

    /// Whose callers wait in the carrier's queue.
    static HouseUnderTest inTheQueue(Path data, Map<String, String> more, LanguageModel model) {
        return new HouseUnderTest(
                data, Hold.CARRIER, FAST, more, settings -> parts(settings, model));
    }

    /// Whose lines are closed, and whose callers may leave a message.
    static HouseUnderTest withVoicemail(Path data) {
        return new HouseUnderTest(
                data,
                Hold.STUDIO,
                FAST,
                Map.of("PARTYLINE_VOICEMAIL", "on", "PARTYLINE_PHONE_OPEN", "false"),
                HouseUnderTest::parts);
    }

    /// With greetings as long as in life.
    static HouseUnderTest unhurried(Path data, Hold hold) {
        return new HouseUnderTest(data, hold, 1, Map.of(), HouseUnderTest::parts);
    }

    /// Whose host sits here.
    static HouseUnderTest withSeat(Path data, HostSeat seat) {
        return new HouseUnderTest(
                data,
                Hold.STUDIO,
                FAST,
                Map.of(),
                settings -> parts(settings, seat, LanguageModel.off()));
    }

    /// With passwords for host and producer, so that there is a producer's seat; the host's own
    /// desk is not let in.
    static HouseUnderTest withProducer(Path data, String host, String producer) {
        return new HouseUnderTest(
                data,
                Hold.STUDIO,
                FAST,
                Map.of("PARTYLINE_STUDIO_PASSWORD", host, "PARTYLINE_PRODUCER_PASSWORD", producer),
                HouseUnderTest::parts);
    }

    /// With the ears, mind and mouth that these settings mean.
    static HouseUnderTest withSenses(Path data, Map<String, String> more) {
        return withSenses(data, more, HostSeat.none(), Console.none());
    }

    /// The same, with a seat for the host and console channels.
    static HouseUnderTest withSenses(
            Path data, Map<String, String> more, HostSeat seat, Console console) {
        return new HouseUnderTest(
                data, Hold.STUDIO, FAST, more, settings -> senses(settings, seat, console));
    }

    private static RunningShow.Parts senses(Settings settings, HostSeat seat, Console console) {
        MediaSettings media = settings.checked().media();
        Purse purse = media.purse();
        return new RunningShow.Parts(
                settings,
                settings.telephone(),
                seat,
                console,
                new Transcribers(settings, purse).chosen(),
                LanguageModels.chosen(media, purse),
                new Voices(settings, "", purse).chosen(),
                purse,
                new Random(1));
    }

    Carrier carrier() {
        return carrier;
    }

    Studio studio() {
        return running.studio();
    }

    Show show() {
        return studio().show();
    }

    int studioPort() {
        return running.doors().studioPort();
    }

    AtTheDesk desk() {
        return desk;
    }

    static CallId id(PhoneCall call) {
        return new CallId(call.sid());
    }

    /// Somebody dials and waits to be taken.
    PhoneCall held(String number) {
        PhoneCall call = carrier.dial(number);
        await(CallEvent.CallHeld.class, it -> it.call().equals(id(call)));
        if (hold == Hold.STUDIO) {
            call.awaitLeg(SOON);
        }
        return call;
    }

    /// Somebody dials and is taken.
    PhoneCall onAir(String number) {
        PhoneCall call = held(number);
        assertThat(take(call).status()).isEqualTo(200);
        assertThat(stands(call).onAir()).isTrue();
        return call;
    }

    AtTheDesk.Answer take(PhoneCall call) {
        return desk.post("/api/queue/take/" + call.sid(), "");
    }

    Call stands(PhoneCall call) {
        return show().call(id(call)).orElseThrow();
    }

    /// Waits until a call is over and done with: its stem closed, its channel free, its record
    /// summed up.
    CallRecord over(PhoneCall call) {
        await(CallEvent.SummaryWritten.class, it -> it.call().equals(id(call)));
        assertThat(show().call(id(call))).isEmpty();
        assertThat(show().calls().closing()).doesNotContainValue(id(call));
        return show().history().find(id(call)).orElseThrow();
    }

    Optional<Channel> freeChannel() {
        return show().calls().freeChannel(show().rules());
    }

    /// Waits for the first event of a kind that fits, from the beginning of the show.
    <T extends Event> T await(Class<T> kind, Predicate<T> fits) {
        return await(kind, fits, 1).getFirst();
    }

    /// Waits for so many events of a kind that fit, from the beginning of the show.
    <T extends Event> List<T> await(Class<T> kind, Predicate<T> fits, int count) {
        var found = new ArrayList<T>();
        long deadline = System.nanoTime() + SOON.toNanos();
        try (EventFeed events = studio().events(show().id(), 0)) {
            while (found.size() < count && System.nanoTime() < deadline) {
                events.next(Duration.ofNanos(deadline - System.nanoTime()))
                        .map(told -> told.entry().event())
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .filter(fits)
                        .ifPresent(found::add);
            }
        }
        assertThat(found).as("%s among %s", kind.getSimpleName(), events()).hasSize(count);
        return found;
    }

    /// Everything that has happened in the show.
    List<Event> events() {
        var happened = new ArrayList<Event>();
        try (EventFeed events = studio().events(show().id(), 0)) {
            for (var next = events.next(Duration.ZERO);
                    next.isPresent();
                    next = events.next(Duration.ZERO)) {
                happened.add(next.get().entry().event());
            }
        }
        return happened;
    }

    /// What the health of the show says of one part.
    String health(String part) {
        for (var line : desk.read("/api/health").path("health")) {
            if (line.path("part").asText().equals(part)) {
                return line.path("detail").asText();
            }
        }
        throw new AssertionError("no such part: " + part);
    }

    /// What has happened to one call.
    List<CallEvent> story(PhoneCall call) {
        return events().stream()
                .filter(CallEvent.class::isInstance)
                .map(CallEvent.class::cast)
                .filter(event -> event.call().equals(id(call)))
                .toList();
    }

    /// Closes the show, and finds nothing left of it.
    @Override
    public void close() {
        List<PhoneCall> calls = carrier.calls();
        running.close();
        var left = new Leftovers(data);
        left.noCall(show(), events());
        left.noSocket(calls);
        carrier.close();
        desk.close();
        left.noThread();
        left.noFile();
    }
}
