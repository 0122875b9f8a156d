package io.partyline.app;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.PhoneNumber.Hook;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.carrier.plan.WaitFate;
import io.partyline.carrier.plan.WebhookFault;
import io.partyline.files.WavHead;
import io.partyline.port.Journal;
import io.partyline.rehearsal.Ports;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowRules;
import io.partyline.store.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The program dies, freezes or cannot be reached with people on the telephone, and nobody is lost:
/// the real program as a process of its own, and a carrier that never asks who has gone where.
@Tag("ci")
class CaughtCallersTest {
    private static final double FAST = 20;
    private static final String SAID = "/api/twilio/said/";
    private static final Duration TRUE_QUEUE = Duration.ofSeconds(3);
    private static final Duration ON_A_LEG = Duration.ofSeconds(10);

    /// What a kill may cost any reader of a stem.
    private static final Duration FARTHEST = Duration.ofMillis(100);

    private static final int KILLS = Integer.getInteger("kills", 50);

    @TempDir Path folder;

    private final int port = Ports.free();
    private final Tunnel tunnel = MadeUpCarrier.tunnel(port);
    private final List<PhoneCall> held = new ArrayList<>();
    private final List<PhoneCall> onAir = new ArrayList<>();
    private Carrier carrier;
    private String hold = "studio";
    private String screening = "off";
    private Optional<Providers> heardBy = Optional.empty();

    @BeforeEach
    void open() {
        open(WaitFate.FALLBACK);
    }

    private void open(WaitFate fate) {
        carrier = new Carrier(MadeUpCarrier.plan(tunnel).speed(FAST).waitFate(fate));
        carrier.configure(number -> number.withFallback(new Hook(bin(), "GET")));
    }

    /// The document of the guide, word by word.
    private String bin() {
        try {
            String guide = Files.readString(Path.of("../docs/how-to/twilio.md"));
            int begin = guide.indexOf("    <Response>");
            int end = guide.indexOf("    </Response>");
            return carrier.bin(guide.substring(begin, end) + "</Response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        carrier.close();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(MadeUpCarrier.settings(carrier, port));
        settings.put("PARTYLINE_PHONE_FALLBACK_URL", carrier.number().fallback().url());
        settings.put("PARTYLINE_PHONE_HOLD", hold);
        settings.put("PARTYLINE_PHONE_LINES", "40");
        settings.put("PARTYLINE_SCREENING", screening);
        settings.put("PARTYLINE_SOUND", "clock");
        settings.put("PARTYLINE_LLM", "off");
        heardBy.ifPresentOrElse(
                ears ->
                        settings.put(
                                "PARTYLINE_STT_BASE_URL",
                                ears.settings().get("PARTYLINE_STT_BASE_URL")),
                () -> settings.put("PARTYLINE_STT", "off"));
        return settings;
    }

    @ParameterizedTest
    @EnumSource
    void killedWithCallersInTheStudioNobodyIsLost(WaitFate fate) {
        reopen(fate);
        killed(4, 2, Duration.ZERO);
    }

    /// Where the carrier ends the calls, there is nobody to be caught.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL_ENDS")
    void killedWithCallersInTheCarriersQueueNobodyIsLost(WaitFate fate) {
        hold = "carrier";
        reopen(fate);
        killed(4, 2, Duration.ZERO);
    }

    /// What the first in the queue tells the screener is on its way when the program dies, and
    /// reaches nobody. They wait on in their place, and can be taken once it is back.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL_ENDS")
    void killedWhileACallerAnswersTheScreenerNeitherTheyNorTheirPlaceIsLost(WaitFate fate) {
        hold = "carrier";
        screening = "talk";
        reopen(fate);
        try (var before = ProgramUnderTest.serve(folder, settings())) {
            carrier.faults()
                    .webhooks()
                    .next(1, path -> path.startsWith(SAID), new WebhookFault.Held());
            PhoneCall dave = waits(before.desk(), MadeUpCarrier.DAVE);
            dave.says("I'm Dave, from Leeds.", 0.8);
            carrier.faults().awaitHeld(1, HouseUnderTest.SOON);
            waits(before.desk(), "+15550101");
            before.kill();
        }
        carrier.faults().releaseHeld();
        carrier.diary()
                .await(
                        Happening.Unanswered.class,
                        it -> it.url().contains(SAID),
                        HouseUnderTest.SOON);
        try (var after = ProgramUnderTest.serve(folder, settings())) {
            eventually(after.desk(), () -> queue(after.desk()).equals(expected()));
            PhoneCall dave = held.getFirst();
            dave.await(CallPhase.IN_QUEUE, HouseUnderTest.SOON);
            assertThat(dave.ending()).isEmpty();
            assertThat(after.desk().post("/api/queue/take/" + dave.sid(), "").status())
                    .isEqualTo(200);
            eventually(after.desk(), () -> state(after.desk(), dave).equals("on_air"));
        }
    }

    /// Of two whom the screener asks when the program dies, one has given a name and is asked on
    /// once both are back. For the other the host has written down what they want to say: they are
    /// left alone.
    @ParameterizedTest
    @EnumSource
    void killedWhileTheScreenerTalksInTheStudioWhatItKnowsIsKeptAndItGoesOn(WaitFate fate)
            throws IOException {
        screening = "talk";
        reopen(fate);
        try (var ears = new Providers("I'm Dave, from Leeds.")) {
            heardBy = Optional.of(ears);
            try (var before = ProgramUnderTest.serve(folder, settings())) {
                PhoneCall dave = waits(before.desk(), MadeUpCarrier.DAVE);
                PhoneCall rosa = waits(before.desk(), "+15550101");
                eventually(before.desk(), () -> isAsked(before.desk(), rosa));
                write(before.desk(), rosa, "She has found a letter.");
                dave.say(AnswersInTimeTest.spoken("I'm Dave, from Leeds."));
                eventually(before.desk(), () -> isNamed(before.desk(), dave));
                assertThat(isAsked(before.desk(), dave)).isTrue();
                assertThat(isAsked(before.desk(), rosa)).isTrue();
                before.kill();
            }
            try (var after = ProgramUnderTest.serve(folder, settings())) {
                askedOn(after.desk(), held.getFirst(), held.getLast());
            }
        }
    }

    private void askedOn(AtTheDesk desk, PhoneCall dave, PhoneCall rosa) {
        everybodyIsOnALeg(desk);
        eventually(desk, () -> isAsked(desk, dave));
        assertThat(isNamed(desk, dave)).isTrue();
        assertThat(waiting(desk, rosa).path("screening_status").isNull()).isTrue();
        assertThat(waiting(desk, rosa).path("ready").asBoolean()).isTrue();
        assertThat(people()).allMatch(call -> call.ending().isEmpty());
        for (PhoneCall call : people()) {
            assertThat(state(desk, call)).isEqualTo("held");
            assertThat(desk.post("/api/queue/take/" + call.sid(), "").status()).isEqualTo(200);
            eventually(desk, () -> state(desk, call).equals("on_air"));
        }
    }

    private static void write(AtTheDesk desk, PhoneCall call, String point) {
        String card = "{\"point\":\"%s\"}".formatted(point);
        assertThat(desk.put("/api/calls/%s/card".formatted(call.sid()), card).status())
                .isEqualTo(200);
    }

    private static boolean isAsked(AtTheDesk desk, PhoneCall call) {
        return waiting(desk, call).path("screening_status").asText().equals("asking");
    }

    private static boolean isNamed(AtTheDesk desk, PhoneCall call) {
        return waiting(desk, call).path("name").asText().equals("Dave");
    }

    /// Somebody in the queue as the desk shows them.
    private static JsonNode waiting(AtTheDesk desk, PhoneCall wanted) {
        return desk.read("/api/queue")
                .path("queue")
                .valueStream()
                .filter(call -> call.path("call_sid").asText().equals(wanted.sid()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(wanted.sid() + " is not in the queue"));
    }

    private PhoneCall waits(AtTheDesk desk, String number) {
        PhoneCall call = carrier.dial(number);
        held.add(call);
        eventually(desk, () -> state(desk, call).equals("held"));
        return call;
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 120})
    void killedWithTwentyHeldAndThreeOnTheAirNobodyIsLost(int seconds) {
        Took took = killed(20, 3, Duration.ofSeconds(seconds));
        assertThat(took.trueQueue()).isLessThan(TRUE_QUEUE);
        assertThat(took.onALeg()).isLessThan(ON_A_LEG);
    }

    /// One show, in which those who were on the air are taken again each time.
    @Tag("long")
    @Test
    void killedAgainAndAgainWithTwentyHeldAndThreeOnTheAirNobodyAndNothingIsLost()
            throws IOException {
        var program = ProgramUnderTest.serve(folder, settings());
        try {
            people(program.desk(), 20, 3);
            for (int kill = 1; kill <= KILLS; kill++) {
                long promised = program.desk().read("/api/show").path("seq").asLong();
                program.kill();
                assertThat(written().getLast().seq())
                        .as("kill %d", kill)
                        .isGreaterThanOrEqualTo(promised);
                assertThat(farthestBehind()).as("kill %d", kill).isLessThanOrEqualTo(FARTHEST);
                people().forEach(call -> call.await(CallPhase.IN_QUEUE, HouseUnderTest.SOON));
                program = ProgramUnderTest.serve(folder, settings());
                everybodyIsOnALeg(program.desk());
                for (PhoneCall call : onAir) {
                    take(program.desk(), call);
                }
            }
            assertThat(people()).allMatch(call -> call.ending().isEmpty());
        } finally {
            program.kill();
        }
    }

    /// The show as a kill has left it in the journal, which nothing has damaged.
    private List<Journal.Entry> written() {
        try (var journal = new SqliteJournal(folder.resolve("data"))) {
            assertThat(journal.damage()).isEmpty();
            return journal.replay(journal.unfinished().orElseThrow());
        }
    }

    /// How much sound a stem holds that its head does not tell of.
    private Duration farthestBehind() throws IOException {
        long bytes = 0;
        int stems = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path stem : files.filter(file -> file.toString().endsWith(".wav")).toList()) {
                stems++;
                ByteBuffer head = ByteBuffer.wrap(Files.readAllBytes(stem)).order(LITTLE_ENDIAN);
                bytes =
                        Math.max(
                                bytes, head.limit() - WavHead.SIZE - head.getInt(WavHead.SIZE - 4));
            }
        }
        assertThat(stems).as("a mix, and three callers").isGreaterThanOrEqualTo(4);
        return Duration.ofSeconds(bytes).dividedBy((long) WavHead.RATE * WavHead.BYTES);
    }

    private void reopen(WaitFate fate) {
        carrier.close();
        open(fate);
    }

    /// How long it was from a start until everybody was where they belong.
    private record Took(Duration trueQueue, Duration onALeg) {}

    private Took killed(int waiting, int taken, Duration dead) {
        try (var before = ProgramUnderTest.serve(folder, settings())) {
            people(before.desk(), waiting, taken);
            before.kill();
        }
        people().forEach(call -> call.await(CallPhase.IN_QUEUE, HouseUnderTest.SOON));
        pass(dead);
        carrier.faults().restLimit(12);
        try (var after = ProgramUnderTest.serve(folder, settings())) {
            long started = System.nanoTime();
            eventually(after.desk(), () -> queue(after.desk()).equals(expected()));
            Duration trueQueue = since(started);
            if (hold.equals("studio")) {
                everybodyIsOnALeg(after.desk());
            }
            var took = new Took(trueQueue, since(started));
            assertThat(people()).allMatch(call -> call.ending().isEmpty());
            assertThat(queue(after.desk())).isEqualTo(expected());
            take(after.desk(), people().getFirst());
            System.out.printf("%d held, %d on the air, killed: %s%n", waiting, taken, took);
            return took;
        }
    }

    @Test
    void frozenForAWhileNobodyIsLostAndTheHostIsTold() {
        frozen(3, 1, Duration.ofSeconds(7));
    }

    @Tag("long")
    @Test
    void frozenForAMinuteNobodyIsLost() {
        frozen(20, 3, Duration.ofSeconds(60));
    }

    private void frozen(int waiting, int taken, Duration frozen) {
        try (var program = ProgramUnderTest.serve(folder, settings())) {
            people(program.desk(), waiting, taken);
            program.freeze();
            pass(frozen);
            program.thaw();
            everybodyIsThere(program.desk());
            assertThat(people()).allMatch(call -> call.ending().isEmpty());
            program.kill();
        }
        assertThat(stoodStill()).isBetween(frozen.minusSeconds(2), frozen.plusSeconds(10));
    }

    private Duration stoodStill() {
        return written().stream()
                .map(Journal.Entry::event)
                .filter(ShowEvent.ShowStoodStill.class::isInstance)
                .map(event -> ((ShowEvent.ShowStoodStill) event).away())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void withTheTunnelCutWhoeverWasOnTheAirIsInTheQueuesFrontAndBackOnceItIsMended() {
        try (var program = ProgramUnderTest.serve(folder, settings())) {
            people(program.desk(), 3, 1);
            tunnel.goDown();
            long cut = System.nanoTime();
            people().forEach(call -> call.legs().getLast().cutWithReset());
            eventually(program.desk(), () -> queue(program.desk()).equals(expected()));
            assertThat(since(cut))
                    .as("sooner than their channels are given up")
                    .isLessThan(ShowRules.DEFAULT.reconnect());
            tunnel.comeUp();
            everybodyIsOnALeg(program.desk());
            assertThat(queue(program.desk())).isEqualTo(expected());
        }
    }

    @Test
    void whoeverCallsWhileTheProgramIsGoneIsLetInWhenItIsBack() {
        PhoneCall dave = carrier.dial(MadeUpCarrier.DAVE);
        dave.await(CallPhase.IN_QUEUE, HouseUnderTest.SOON);
        try (var program = ProgramUnderTest.serve(folder, settings())) {
            held.add(dave);
            everybodyIsOnALeg(program.desk());
        }
    }

    private void people(AtTheDesk desk, int waiting, int taken) {
        for (int i = 0; i < waiting + taken; i++) {
            PhoneCall call = carrier.dial("+155501%02d".formatted(i));
            eventually(desk, () -> state(desk, call).equals("held"));
            held.add(call);
        }
        for (int i = 0; i < taken; i++) {
            PhoneCall call = held.removeLast();
            take(desk, call);
            onAir.addFirst(call);
        }
    }

    private static void take(AtTheDesk desk, PhoneCall call) {
        assertThat(desk.post("/api/queue/take/" + call.sid(), "").status()).isEqualTo(200);
    }

    /// Those who were on the air, then those who waited, both in the order in which they called.
    private List<PhoneCall> people() {
        return Stream.concat(onAir.stream(), held.stream()).toList();
    }

    private List<String> expected() {
        return people().stream().map(PhoneCall::sid).toList();
    }

    private void everybodyIsOnALeg(AtTheDesk desk) {
        eventually(
                desk,
                () -> people().stream().allMatch(call -> call.phase() == CallPhase.STREAMING));
        eventually(desk, () -> queue(desk).equals(expected()));
    }

    /// Whose connection survived is where they were.
    private void everybodyIsThere(AtTheDesk desk) {
        eventually(
                desk,
                () ->
                        people().stream()
                                .allMatch(call ->
                                        call.phase() == CallPhase.STREAMING
                                                && List.of("held", "on_air")
                                                        .contains(state(desk, call))));
        List<String> queue = queue(desk);
        assertThat(expected().stream().filter(queue::contains).toList()).isEqualTo(queue);
    }

    private static List<String> queue(AtTheDesk desk) {
        return desk.read("/api/queue")
                .path("queue")
                .valueStream()
                .map(call -> call.path("call_sid").asText())
                .toList();
    }

    private static String state(AtTheDesk desk, PhoneCall wanted) {
        for (JsonNode call : desk.read("/api/show").path("calls")) {
            if (call.path("call_sid").asText().equals(wanted.sid())) {
                return call.path("state").asText();
            }
        }
        return "not there";
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void eventually(AtTheDesk desk, BooleanSupplier wish) {
        Patience.until(
                wish,
                () ->
                        "expected %s; the show stands at %s"
                                .formatted(expected(), desk.read("/api/show")));
    }

    /// The carrier and the program go on in real time meanwhile.
    private static void pass(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
