package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Transcriber.Heard;
import io.partyline.rehearsal.OneSentenceModel;
import io.partyline.show.CallId;
import io.partyline.show.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The native library in its child process, which is killed, stopped and given broken models.
class WhisperRecogniserTest {
    private static final String SENTENCE = "My name is Dave from Austin.";
    private static final Clip CLIP = new Clip(new short[2 * Clip.RATE]);
    private static final Duration SHORT = Duration.ofMillis(1);

    @TempDir private Path folder;
    private Path model;

    @BeforeEach
    void write() {
        model = OneSentenceModel.saying(" " + SENTENCE, folder.resolve("ggml-dave.bin"));
    }

    private WhisperRecogniser recogniser(Path file, Duration leastLimit) {
        return new WhisperRecogniser(Models.settings(file, folder), leastLimit, SHORT);
    }

    private WhisperRecogniser recogniser() {
        return recogniser(model, WhisperRecogniser.LEAST_LIMIT);
    }

    private static void signal(String what, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", what, Long.toString(pid)).start().waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static boolean isGone(long pid) throws Exception {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isPresent()) {
            handle.get().onExit().get(1, TimeUnit.MINUTES);
        }
        return ProcessHandle.of(pid).isEmpty();
    }

    @Test
    void theNativeLibrarySpeaksThroughTheChild() {
        try (var recogniser = recogniser()) {
            assertThat(recogniser.name()).isEqualTo("whisper dave");
            assertThat(recogniser.recognise(CLIP, false).strip()).isEqualTo(SENTENCE);
            assertThat(recogniser.recognise(CLIP, true).strip()).isEqualTo(SENTENCE);
        }
    }

    @Tag("ci")
    @Test
    void whoIsInAHurryIsAnsweredByTheSmallerModel() {
        Path tiny =
                OneSentenceModel.saying(" Dave is on the line.", folder.resolve("ggml-tiny.bin"));
        var settings =
                new WhisperSettings(
                        model, Optional.of(tiny), "en", "", folder.resolve("scratch"), 1);
        try (var recogniser = WhisperRecogniser.of(settings)) {
            assertThat(recogniser.recognise(CLIP, true).strip()).isEqualTo("Dave is on the line.");
            assertThat(recogniser.recognise(CLIP, false).strip()).isEqualTo(SENTENCE);
        }
    }

    @Tag("ci")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aChildThatIsKilledCostsNothing() {
        try (var recogniser = recogniser()) {
            recogniser.warmUp();
            signal("-9", recogniser.pid().orElseThrow());
            assertThat(recogniser.recognise(CLIP, false).strip()).isEqualTo(SENTENCE);
            assertThat(recogniser.givenUp()).isEmpty();
        }
    }

    @Tag("ci")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aChildThatHangsIsReplacedAndAskedAgain() throws Exception {
        try (var recogniser = recogniser(model, Duration.ofSeconds(1))) {
            assertThat(recogniser.recognise(CLIP, false).strip()).isEqualTo(SENTENCE);
            long pid = recogniser.pid().orElseThrow();
            signal("-STOP", pid);
            assertThat(recogniser.recognise(CLIP, false).strip()).isEqualTo(SENTENCE);
            assertThat(isGone(pid)).isTrue();
        }
    }

    /// A model file that nobody ever writes keeps the child where it is.
    @Tag("ci")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aChildThatIsStoppedWhileItStartsDoesNotOutliveWhoeverWantedIt() throws Exception {
        WhisperSettings settings = Models.settings(model, folder);
        Files.delete(model);
        new ProcessBuilder("mkfifo", model.toString()).start().waitFor();
        Set<ProcessHandle> before = children();
        var recogniser = new WhisperRecogniser(settings, SHORT, SHORT);
        Thread starting = Thread.ofPlatform().start(recogniser::warmUp);
        ProcessHandle child = anotherThan(before);
        signal("-STOP", child.pid());
        try {
            recogniser.close();
            assertThat(isGone(child.pid())).isTrue();
        } finally {
            child.destroyForcibly();
        }
        starting.join();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    /// Waits for a child that is a Java by now: until then it is Java's own helper, for which
    /// whoever starts a process waits.
    private static ProcessHandle anotherThan(Set<ProcessHandle> before) {
        Optional<ProcessHandle> another = Optional.empty();
        while (another.isEmpty()) {
            another =
                    children().stream()
                            .filter(child -> !before.contains(child) && isJava(child))
                            .findFirst();
        }
        return another.orElseThrow();
    }

    private static boolean isJava(ProcessHandle child) {
        return child.info().command().filter(it -> it.endsWith("/java")).isPresent();
    }

    @Tag("ci")
    @Test
    void aModelThatKillsWhoeverAsksItIsGivenUpInWords() {
        Path deadly = OneSentenceModel.deadly(folder.resolve("ggml-deadly.bin"));
        try (var recogniser = recogniser(deadly, WhisperRecogniser.LEAST_LIMIT)) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessage("The speech recogniser crashed twice on the same words.");
            for (int i = 2; i < WhisperKeeper.MOST_CRASHES; i += 2) {
                assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                        .isInstanceOf(RecogniserException.class);
            }
            assertThat(recogniser.givenUp())
                    .contains(
                            "The speech recogniser crashed 6 times in a row and is given up for"
                                    + " this show. Try another model: `partyline model list` shows"
                                    + " them.");
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessage(recogniser.givenUp().orElseThrow());
        }
    }

    @Test
    void aTruncatedModelIsToldInWords() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        Path half =
                Files.write(
                        folder.resolve("ggml-half.bin"), Arrays.copyOf(bytes, bytes.length / 2));
        try (var recogniser = recogniser(half, WhisperRecogniser.LEAST_LIMIT)) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessage(
                            "The speech model ggml-half.bin cannot be read: it is damaged, not a"
                                    + " whisper model, or too large for the memory there is. Remove"
                                    + " it and get it again, or a smaller one, with `partyline model"
                                    + " get`.");
            assertThat(recogniser.givenUp()).isPresent();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aModelThatNeedsMoreMemoryThanThereIsIsToldInWords() throws IOException {
        Path huge = OneSentenceModel.tooLarge(folder.resolve("ggml-huge.bin"));
        assertThat(ModelLayout.isWhole(huge)).isTrue();
        try (var recogniser = recogniser(huge, WhisperRecogniser.LEAST_LIMIT)) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessageContaining("ggml-huge.bin cannot be read")
                    .hasMessageContaining("too large for the memory there is")
                    .hasMessageContaining("a smaller one");
            assertThat(recogniser.givenUp()).isPresent();
        } finally {
            // Whoever looks through what the test has left would read all of it.
            Files.delete(huge);
        }
    }

    @Test
    void aMissingModelIsToldWithHowToGetOne() {
        assertThatThrownBy(() -> Models.settings(folder.resolve("none.bin"), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("`partyline model get base.en` gets one.");
    }

    @Tag("ci")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsLeftBehind() throws Exception {
        long pid;
        try (var recogniser = recogniser()) {
            recogniser.warmUp();
            pid = recogniser.pid().orElseThrow();
            signal("-9", pid);
            recogniser.recognise(CLIP, false);
            pid = recogniser.pid().orElseThrow();
        }
        assertThat(isGone(pid)).isTrue();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void whatAKilledProgramLeftIsRemovedByTheNext() throws Exception {
        Path scratch = folder.resolve("scratch");
        long gone = new ProcessBuilder("true").start().onExit().get(1, TimeUnit.MINUTES).pid();
        Files.createDirectories(scratch.resolve("ears-%d-1/whisper-jni-1".formatted(gone)));
        Files.createDirectories(
                scratch.resolve("ears-%d-1".formatted(ProcessHandle.current().pid())));
        Scratch own = Scratch.in(scratch);
        own.remove();

        assertThat(scratch.toFile().list())
                .containsExactly("ears-%d-1".formatted(ProcessHandle.current().pid()));
    }

    @Tag("ci")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theChildDiesWithAKilledProgram() throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parent.class.getName(),
                                model.toString(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var said = program.inputReader()) {
            long child = Long.parseLong(said.readLine());
            signal("-9", program.pid());
            assertThat(isGone(child)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    /// A program that has a child, says its id, and stays.
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws IOException {
            var recogniser =
                    WhisperRecogniser.of(Models.settings(Path.of(args[0]), Path.of(args[1])));
            recogniser.warmUp();
            System.out.println(recogniser.pid().orElseThrow());
            while (System.in.read() >= 0) {
                // Until it is killed.
            }
        }
    }

    @Tag("ci")
    @Test
    void twentyCallersAtOnceAreAllHeard() {
        try (var listening = new Listening(recogniser(), VoiceDetectors.byLevel())) {
            var callers = new ArrayList<Host>();
            for (int i = 0; i < 20; i++) {
                var id = new CallId("call-" + i);
                callers.add(new Host(listening, new Speaker.RealCaller(id, "Caller #" + i)));
            }
            for (Host caller : callers) {
                caller.says(Speech.samples(2_000, 1));
                caller.pauses(1_600);
            }
            assertThat(callers)
                    .extracting(Host::next)
                    .extracting(Heard::text)
                    .containsOnly(SENTENCE)
                    .hasSize(20);
            assertThat(listening.backlog()).isZero();
            assertThat(listening.trouble()).isEmpty();
            callers.forEach(Host::close);
        }
    }

    @Test
    void aListenerWhoseModelIsBrokenSaysWhatWasLost() throws IOException {
        Path broken = Files.write(folder.resolve("ggml-broken.bin"), new byte[100]);
        try (var listening = new Listening(recogniser(broken, SHORT), VoiceDetectors.byLevel());
                var host = new Host(listening)) {
            host.says(Speech.samples(2_000, 1));
            host.pauses(2_000);
            host.hangsUp();
            assertThat(host.rest()).isEqualTo(List.of());
            assertThat(listening.trouble().orElseThrow())
                    .startsWith("The speech model ggml-broken.bin cannot be read");
        }
    }
}
