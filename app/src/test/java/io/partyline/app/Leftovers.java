package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a show must not leave behind when it has been closed.
///
/// @param data the show's folder
record Leftovers(Path data) {
    /// The threads of a show and of the made-up telephone company, virtual ones included.
    private static final Pattern OURS =
            Pattern.compile(
                    "show|audio|record|react|try-.*|seat-.*|hear.*|as-run|lookout-.*|leg-.*|call-.*|webhook|rest|handshake");

    private static final Pattern THREAD = Pattern.compile("(?m)^#\\d+ \"([^\"]*)\"");
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /// Every call has ended once, and has its record and its summary.
    ///
    /// @param all what has happened, in the shows before as well
    void noCall(Show show, List<Event> all) {
        List<Event> events = all.subList(lastOpening(all), all.size());
        assertThat(show.calls().live()).isEmpty();
        assertThat(show.open()).isFalse();
        assertThat(ids(events, CallEvent.CallEnded.class)).doesNotHaveDuplicates();
        assertThat(ids(events, CallEvent.SummaryWritten.class))
                .containsExactlyInAnyOrderElementsOf(ids(events, CallEvent.CallEnded.class));
        assertThat(show.history().records())
                .extracting(past -> past.id())
                .containsExactlyInAnyOrderElementsOf(ids(events, CallEvent.CallEnded.class));
    }

    private static int lastOpening(List<Event> events) {
        return events.lastIndexOf(
                events.stream()
                        .filter(ShowEvent.ShowOpened.class::isInstance)
                        .reduce((_, last) -> last)
                        .orElseThrow());
    }

    private static List<CallId> ids(List<Event> events, Class<? extends CallEvent> kind) {
        return events.stream()
                .filter(kind::isInstance)
                .map(event -> kind.cast(event).call())
                .toList();
    }

    /// Every caller has been hung up on, and no stream is open.
    void noSocket(List<PhoneCall> calls) {
        calls.forEach(call -> call.awaitEnd(HouseUnderTest.SOON));
        assertThat(calls.stream().flatMap(call -> call.legs().stream())).allMatch(MediaLeg::ended);
    }

    void noThread() {
        empty(this::threads);
    }

    /// No stem and no journal is open; looked at where the system tells.
    void noFile() {
        if (Files.isDirectory(OPEN_FILES)) {
            empty(this::openFiles);
        }
    }

    /// Threads and files go a moment after what they were for.
    private static void empty(Supplier<List<String>> left) {
        Patience.until(() -> left.get().isEmpty(), () -> "left over: " + left.get());
    }

    private List<String> threads() {
        try {
            Path dump = Files.createTempDirectory(data, "dump").resolve("threads.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(
                            dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return THREAD.matcher(Files.readString(dump))
                    .results()
                    .map((MatchResult thread) -> thread.group(1))
                    .filter(OURS.asMatchPredicate())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> openFiles() {
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.map(Leftovers::target)
                    .filter(file -> file.startsWith(data.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty for one that was closed while it was looked at, such as the listing itself.
    private static String target(Path open) {
        try {
            return Files.readSymbolicLink(open).toString();
        } catch (IOException _) {
            return "";
        }
    }
}
