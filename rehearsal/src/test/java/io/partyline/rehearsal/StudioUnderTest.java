package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.cast.Prompt;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.Journal;
import io.partyline.port.Telephony;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Channel;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.studio.Studio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A studio with every port faked, on a clock-paced card.
///
/// Closing it closes the show, then insists that nothing is left of it.
final class StudioUnderTest implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);

    /// A power of two, so that a multiple of it is exact.
    static final float CLICK = 1f / (1 << 14);

    /// The stems that every show has: the mix and the host.
    private static final int STEMS = 2;

    private static final Pattern OURS =
            Pattern.compile("show|audio|phone-\\d+|record|react|hear|way-back|speaker-watch");
    private static final Pattern THREAD = Pattern.compile("(?m)^#\\d+ \"([^\"]*)\"");

    private final ScriptedModel model =
            new ScriptedModel()
                    .answer(Prompt.Purpose.REPLY, "Hello there. I have a story.")
                    .answer(
                            Prompt.Purpose.SUMMARY,
                            "Dave talked about his boat at length.\nTopic: a boat");
    private final RehearsalRoom room =
            new RehearsalRoom()
                    .model(model)
                    .cast(RehearsalRoom.persona("1", "Tony"), RehearsalRoom.persona("2", "Maya"))
                    .archive(this::file)
                    .wall(() -> Instant.now().plus(ahead()))
                    .nanoTime(() -> System.nanoTime() + still().toNanos());
    private final List<ShowId> filed = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration still = Duration.ZERO;
    private Studio studio;
    private boolean stopped;

    /// @param carrierHolds whether callers wait in the network's queue instead of on a leg
    StudioUnderTest(Telephony telephony, boolean carrierHolds) {
        room.carrierHolds(carrierHolds);
        studio = open(telephony);
    }

    private Studio open(Telephony telephony) {
        return room.telephony(telephony).seat(new HandSeat(clicking())).open();
    }

    /// A host who clicks once a frame, somewhere in it; each click is a little louder than the
    /// last, so that it can be told from all others.
    private static FrameSource clicking() {
        var chance = new Random(11);
        var count = new AtomicInteger();
        return frame -> {
            Arrays.fill(frame, 0);
            frame[chance.nextInt(Frames.SAMPLES)] = CLICK * count.incrementAndGet();
            return true;
        };
    }

    private List<String> file(ShowId show) {
        filed.add(show);
        return List.of("transcript of " + show);
    }

    /// The shows whose files were made, as often as they were.
    List<ShowId> filed() {
        return filed;
    }

    private Duration ahead() {
        return ahead;
    }

    private Duration still() {
        return still;
    }

    Studio studio() {
        return studio;
    }

    MemoryStems stems() {
        return room.stems();
    }

    /// What is in the journal now.
    List<Journal.Entry> written() {
        return room.journal().replay(studio.show().id());
    }

    /// Ends the program.
    void stop() {
        if (!stopped) {
            stopped = true;
            studio.close();
        }
    }

    /// Starts the program again, as if it had been killed when no more than this had been written.
    Studio restart(Telephony telephony, List<Journal.Entry> written) {
        stop();
        var show = studio.show().id();
        var journal = new MemoryJournal();
        room.journal(journal);
        journal.append(journal.take(show), written);
        studio = open(telephony);
        stopped = false;
        return studio;
    }

    /// Lets time pass for the show, and what is due happen.
    void pass(Duration time) {
        ahead = ahead.plus(time);
        studio.ask(new ShowCommand.PassTime());
    }

    /// The program stands still for so long, as far as it can tell.
    void standsStill(Duration time) {
        still = still.plus(time);
        ahead = ahead.plus(time);
    }

    static Call onAir(TakeOutcome outcome) {
        assertThat(outcome).isInstanceOf(TakeOutcome.OnAir.class);
        return ((TakeOutcome.OnAir) outcome).call();
    }

    CallRecord record(CallId call) {
        return studio.show().history().find(call).orElseThrow();
    }

    /// What is kept of a call, once it has ended and been summed up, of which nothing is left.
    CallRecord over(CallId call) {
        waitFor(() -> studio.show().history().find(call).flatMap(CallRecord::summary).isPresent());
        assertThat(studio.show().history().records())
                .filteredOn(past -> past.id().equals(call))
                .hasSize(1);
        assertThat(studio.show().call(call)).isEmpty();
        assertThat(studio.connect(call, new HandHandset())).isEmpty();
        return record(call);
    }

    /// No call has a channel.
    void everyChannelIsFree() {
        waitFor(() -> studio.show().calls().closing().isEmpty());
        assertThat(studio.show().calls().freeChannel(ShowRules.DEFAULT))
                .contains(Channel.FIRST_CALLER);
    }

    /// No call has a channel or a stem.
    void nothingIsTaken() {
        everyChannelIsFree();
        waitFor(() -> room.stems().open() == STEMS);
    }

    void waitFor(BooleanSupplier truth) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var events = studio.events(studio.show().id(), 0)) {
            while (!truth.getAsBoolean()) {
                assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
                events.next(Duration.ofMillis(20));
            }
        }
    }

    @Override
    public void close() {
        stop();
        assertThat(studio.show().calls().live()).isEmpty();
        assertThat(room.stems().open()).isZero();
        waitFor(() -> threads().isEmpty());
    }

    /// The threads of a show, virtual ones included.
    private static List<String> threads() {
        try {
            Path folder = Files.createTempDirectory("threads");
            Path dump = folder.resolve("dump.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(
                            dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            String text = Files.readString(dump);
            Files.delete(dump);
            Files.delete(folder);
            return THREAD.matcher(text)
                    .results()
                    .map((MatchResult thread) -> thread.group(1))
                    .filter(OURS.asMatchPredicate())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
