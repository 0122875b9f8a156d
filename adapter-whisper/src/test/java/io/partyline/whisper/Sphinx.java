package io.partyline.whisper;

import io.partyline.spend.Expenses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A real recogniser: the program `pocketsphinx_continuous`.
final class Sphinx {
    private static final String RECOGNISER = "pocketsphinx_continuous";

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

    /// Whether it is installed, and the programs of all robots who speak to it.
    static boolean isHere() {
        return Programs.areHere(List.of(RECOGNISER)) && Programs.areHere(Robot.PROGRAMS);
    }

    /// What it understands of a WAV file of 16 kHz.
    static String understood(byte[] wav) {
        return Programs.withFile(
                wav,
                file -> {
                    var command =
                            List.of(
                                    RECOGNISER,
                                    "-infile",
                                    file,
                                    "-maxhmmpf",
                                    FEWER,
                                    "-logfn",
                                    "/dev/null");
                    return Programs.run(command, "").strip();
                });
    }
}
