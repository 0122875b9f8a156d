package io.partyline.whisper;

import io.partyline.spend.Expenses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A real recogniser and real, if robotic, voices: the programs `pocketsphinx_continuous` and
/// `flite`.
final class Sphinx {
    private static final String RECOGNISER = "pocketsphinx_continuous";
    private static final String VOICE = "flite";

    /// Of so many models in a frame it goes on with the best: a third less work, and the same
    /// words.
    private static final String FEWER = "3000";

    /// It reads its dictionary anew for every clip, which takes a busy computer its time.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Sphinx() {}

    /// A server behind which it recognises.
    static TranscriptionServer server() {
        return new TranscriptionServer((asked, exchange) ->
                TranscriptionServer.say(exchange, understood(asked.file()).replace('\n', ' ')));
    }

    /// Ears that ask that server, and wait longer for it than a show would.
    static Listening listening(TranscriptionServer server) {
        return new Listening(
                new HttpRecogniser(
                        new HttpEarsSettings(server.base(), Optional.empty(), "en-us"),
                        "",
                        Expenses.free(),
                        PATIENCE),
                VoiceDetectors.best());
    }

    /// Whether both programs are installed.
    static boolean isHere() {
        return List.of(RECOGNISER, VOICE).stream()
                .allMatch(program ->
                        List.of(System.getenv("PATH").split(":", -1)).stream()
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /// What it understands of a WAV file of 16 kHz.
    static String understood(byte[] wav) {
        return withFile(
                        wav,
                        file ->
                                run(
                                        List.of(
                                                RECOGNISER,
                                                "-infile",
                                                file,
                                                "-maxhmmpf",
                                                FEWER,
                                                "-logfn",
                                                "/dev/null")))
                .strip();
    }

    /// A sentence as a voice says it.
    static float[] said(String voice, String text) {
        return said(voice, 1, text);
    }

    /// A sentence as a voice says it.
    ///
    /// @param stretch how much longer it takes than at the voice's own pace
    static float[] said(String voice, double stretch, String text) {
        return withFile(
                new byte[0],
                file -> {
                    run(
                            List.of(
                                    VOICE,
                                    "-voice",
                                    voice,
                                    "--setf",
                                    "duration_stretch=" + stretch,
                                    "-t",
                                    text,
                                    "-o",
                                    file));
                    return Wav.at48kHz(Path.of(file));
                });
    }

    private interface Use<T> {
        T with(String file) throws IOException;
    }

    private static <T> T withFile(byte[] content, Use<T> use) {
        try {
            Path file = Files.createTempFile("sphinx", ".wav");
            try {
                Files.write(file, content);
                return use.with(file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(Duration.ofMinutes(1)) || process.exitValue() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }
}
