package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.data.Offset.offset;

import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalVoiceTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String TEXT = "Good evening, and welcome to the show tonight.";

    @TempDir private Path folder;
    private final List<Integer> counted = new ArrayList<>();

    private LocalVoice voice(String command) {
        return LocalVoice.of(command, Casting.open(), Patience.PROGRAM, counted::add);
    }

    private LocalVoice hasty(String command, Duration first, Duration idle) {
        return LocalVoice.of(
                command, Casting.open(), new Patience(first, idle, LIMIT), counted::add);
    }

    private static float[] sound(LocalVoice voice) {
        return Tones.all(voice.speak(TEXT, voice.voices().getFirst()));
    }

    private static String sentence(LocalVoice voice) {
        return String.valueOf(catchThrowable(() -> sound(voice)).getMessage());
    }

    /// A program that these lines of shell make.
    private String program(String name, String lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private String file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return file.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"espeak-ng", "flite", "text2wave"})
    void aProgramThatIsKnownSpeaksAtTheLevelOfTheOthers(String name) {
        String template = LocalVoiceContractTest.installed(name).template();
        LocalVoice voice = voice(template);
        for (String speaker : voice.voices()) {
            float[] sound = Tones.all(voice.speak(TEXT, speaker));
            assertThat(sound.length / 48_000.0).as(speaker).isBetween(1.5, 6.0);
            assertThat(Tones.decibels(sound)).as(speaker).isBetween(-24.0, -16.0);
            assertThat(Tones.peak(sound)).as(speaker).isBetween(0.2, 0.71);
            assertThat(Math.abs(Tones.constant(sound))).as(speaker).isLessThan(0.001);
            assertThat(Tones.silentEnds(sound)[0] / 48.0).as(speaker).isLessThan(250);
            assertThat(Tones.silentEnds(sound)[1] / 48.0).as(speaker).isLessThan(150);
        }
        assertThat(counted).hasSize(voice.voices().size()).containsOnly(TEXT.length());
    }

    @Test
    void theProgramIsFoundOnThePath() throws IOException {
        assertThat(found(folder.toString())).isEmpty();
        program("flite", "exit 0");
        assertThat(found("/nowhere::" + folder).orElseThrow().name())
                .isEqualTo("flite on this computer");
        program("espeak-ng", "exit 0");
        assertThat(found(folder.toString()).orElseThrow().name()).startsWith("espeak-ng ");
    }

    private Optional<LocalVoice> found(String path) {
        return LocalVoice.found(path, Casting.open(), Patience.PROGRAM, counted::add);
    }

    @Test
    void soundWithoutAHeadHasTheRateOfTheTemplate() throws IOException {
        String raw = file("raw", Tones.pcm(16_000, 1));
        float[] sound = sound(voice("rate=16000 cat " + raw));
        assertThat(sound.length / 48_000.0).isCloseTo(1, offset(0.05));
        assertThat(Tones.pitch(sound, 48_000)).isCloseTo(Tones.HZ, offset(3.0));
    }

    @Test
    void theFirstSoundIsHeardWhileTheRestIsMade() throws IOException {
        String raw = file("raw", Tones.pcm(22_050, 1));
        String go = folder.resolve("go").toString();
        String slow =
                program(
                        "slow",
                        "cat %s; while [ ! -e %s ]; do :; done; cat %s".formatted(raw, go, raw));
        try (SpeechStream speech = voice(slow).speak(TEXT, "default")) {
            assertThat(speech.read(new float[100])).isEqualTo(100);
            Files.writeString(Path.of(go), "");
            assertThat(Tones.all(speech).length / 48_000.0).isCloseTo(2, offset(0.05));
        }
    }

    @Test
    void theTextGoesToItsInputAndNothingThroughAShell() throws IOException {
        String heard = folder.resolve("heard").toString();
        String raw = file("raw", Tones.pcm(22_050, 0.5));
        String listener = program("listener", "cat > %s; cat %s".formatted(heard, raw));
        String nasty = "Tom's \"café\"; $(touch " + folder.resolve("pwned") + ") `x` | & 100%";
        Tones.all(voice(listener).speak(nasty, "default"));
        assertThat(Path.of(heard)).hasContent(nasty);
        String reader = program("reader", "printf %%s \"$2\" > %s; cat %s".formatted(heard, raw));
        Tones.all(voice(reader + " '--a word' {text}").speak("-- " + nasty, "default"));
        assertThat(Path.of(heard)).hasContent(" -- " + nasty);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void theSoundMayComeInAFileThatIsGoneAfterwards() throws IOException {
        Set<Path> before = temporary();
        String raw = file("raw", Tones.wav(24_000, Tones.pcm(24_000, 1), 48_000, 0));
        String writer = program("writer", "cp %s \"$1\"".formatted(raw));
        float[] sound = sound(voice(writer + " {out}"));
        assertThat(sound.length / 48_000.0).isCloseTo(1, offset(0.05));
        assertThat(catchThrowable(() -> sound(voice(folder.resolve("nothing") + " {out}"))))
                .isInstanceOf(SpeechException.class);
        var more = new HashSet<>(temporary());
        more.removeAll(before);
        awaitGone(more);
    }

    /// Others who speak at the same time may have files there for a moment.
    private static void awaitGone(Set<Path> files) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (files.stream().anyMatch(Files::exists)) {
            assertThat(System.nanoTime()).as("%s", files).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Set<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("partyline-voice"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void ourKeysAreNotInItsSurroundings() throws IOException {
        String seen = folder.resolve("seen").toString();
        String raw = file("raw", Tones.pcm(22_050, 0.5));
        sound(voice(program("nosy", "env > %s; cat %s".formatted(seen, raw))));
        assertThat(Files.readString(Path.of(seen))).contains("PATH=").doesNotContain("PARTYLINE_");
    }

    @Test
    void anErrorIsToldWithWhatTheProgramSaidLast() throws IOException {
        String broken =
                program("broken", "echo starting >&2; echo 'No such voice: owl.' >&2; exit 3");
        assertThat(sentence(voice(broken)))
                .isEqualTo("The program broken ended with an error (3): No such voice: owl.");
        assertThat(counted).isEmpty();
    }

    @Test
    void soundBeforeAnErrorIsNotTakenForAWholeSentence() throws IOException {
        String raw = file("raw", Tones.pcm(22_050, 1));
        String broken = program("broken", "cat > /dev/null; cat %s; exit 1".formatted(raw));
        assertThat(sentence(voice(broken))).contains("ended with an error (1).");
    }

    @Test
    void whatCannotBeStartedIsCalledSo() {
        assertThat(sentence(voice("no-such-program-anywhere")))
                .isEqualTo(
                        "The program no-such-program-anywhere cannot be started: is it installed?");
    }

    @Test
    void aProgramThatSaysNothingIsGivenUpAndEnded() throws Exception {
        String pid = folder.resolve("pid").toString();
        String mute = program("mute", "echo $$ > %s; exec sleep 600".formatted(pid));
        assertThat(sentence(hasty(mute, Duration.ofSeconds(5), LIMIT)))
                .isEqualTo("The program mute did not begin within 5 seconds.");
        assertThat(ended(Path.of(pid))).isTrue();
    }

    @Test
    void aProgramThatStandsStillIsGivenUpAndEnded() throws Exception {
        String pid = folder.resolve("pid").toString();
        String raw = file("raw", Tones.pcm(22_050, 1));
        String stuck = program("stuck", "echo $$ > %s; cat %s; exec sleep 600".formatted(pid, raw));
        assertThat(sentence(hasty(stuck, LIMIT, Duration.ofMillis(500))))
                .contains("stood still for 500 milliseconds in mid-sentence.");
        assertThat(ended(Path.of(pid))).isTrue();
    }

    @Test
    void closingEndsTheProgramAndItsChildrenAndWakesTheReader() throws Exception {
        Path pid = folder.resolve("pid");
        Path child = folder.resolve("child");
        String raw = file("raw", Tones.pcm(22_050, 0.2));
        String parent =
                program(
                        "parent",
                        "sleep 600 & echo $! > %s; echo $$ > %s; cat %s; wait"
                                .formatted(child, pid, raw));
        SpeechStream speech = voice(parent).speak(TEXT, "default");
        assertThat(speech.read(new float[10])).isEqualTo(10);
        Thread reader = Thread.ofVirtual().start(() -> Tones.all(speech));
        speech.close();
        assertThat(reader.join(LIMIT)).isTrue();
        assertThat(ended(pid)).isTrue();
        assertThat(ended(child)).isTrue();
    }

    private static boolean ended(Path pid) throws Exception {
        long number = Long.parseLong(Files.readString(pid).strip());
        var handle = ProcessHandle.of(number);
        if (handle.isPresent()) {
            handle.get().onExit().get(1, TimeUnit.MINUTES);
        }
        return true;
    }

    @Test
    void anEndlessProgramIsEnded() {
        var piece = new float[10_000];
        try (SpeechStream speech = voice("rate=8000 cat /dev/urandom").speak(TEXT, "default")) {
            assertThatThrownBy(
                            () -> {
                                while (speech.read(piece) >= 0) {
                                    // Nobody keeps it.
                                }
                            })
                    .hasMessage("The program cat does not come to an end.");
        }
    }

    @Test
    void aCommandThatCannotBeUsedIsRefusedWithTheSettingsName() {
        assertThatThrownBy(() -> voice("  ")).hasMessageContaining("PARTYLINE_TTS_COMMAND must be");
        assertThatThrownBy(() -> voice("piper \"--model"))
                .hasMessageContaining("PARTYLINE_TTS_COMMAND must be");
        assertThatThrownBy(() -> voice("piper --model {voice} --output-raw"))
                .hasMessageContaining("PARTYLINE_TTS_VOICES names none");
    }

    @Test
    void theVoicesOfAStrangeProgramAreThoseThatTheHostNames() throws IOException {
        String told = folder.resolve("told").toString();
        String raw = file("raw", Tones.pcm(22_050, 0.5));
        String piper = program("piper", "echo \"$@\" > %s; cat %s".formatted(told, raw));
        var casting =
                Casting.open().with(Map.of("low", "/voices/joe.onnx", "high", "/voices/amy.onnx"));
        LocalVoice voice =
                LocalVoice.of(
                        piper + " --model {voice} --output-raw",
                        casting,
                        Patience.PROGRAM,
                        counted::add);
        assertThat(voice.voices()).containsExactly("/voices/amy.onnx", "/voices/joe.onnx");
        Tones.all(voice.speak(TEXT, "low"));
        assertThat(Path.of(told)).hasContent("--model /voices/joe.onnx --output-raw\n");
    }
}
