package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.carrier.Carrier;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.JournalException;
import io.partyline.port.LanguageModel;
import io.partyline.port.Transcriber;
import io.partyline.rehearsal.Ports;
import io.partyline.show.ShowId;
import io.partyline.store.JournalReader;
import io.partyline.tts.EmbeddedVoice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A start that fails half way.
class FailedStartTest {
    private static final double FAST = 50;

    static {
        Logs.quiet();
    }

    @TempDir private Path data;

    /// Two doors at one port: each finds it free before the start, and one of them too late does
    /// not.
    @Test
    void whatIsOpenIsClosedIfADoorCannotBeOpenedAndTheShowGoesOnAtTheNextStart() {
        int port = Ports.free();
        try (var carrier = MadeUpCarrier.open(port, FAST)) {
            assertThatThrownBy(() -> open(carrier, port, Integer.toString(port), silent()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("A door could not be opened");
            nothingIsLeft();
            Optional<ShowId> left = unfinished();
            assertThat(left).isPresent();
            try (var again = open(carrier, port, "0", silent())) {
                assertThat(again.studio().show().id()).isEqualTo(left.orElseThrow());
                assertThat(again.studio().show().open()).isTrue();
            }
            nothingIsLeft();
        }
    }

    @Test
    void whatIsOpenIsClosedIfTheHostsSeatDoesNotOpen() {
        int port = Ports.free();
        try (var carrier = MadeUpCarrier.open(port, FAST)) {
            assertThatThrownBy(() -> open(carrier, port, "0", new NoDevice()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the device is gone");
            nothingIsLeft();
            open(carrier, port, "0", silent()).close();
            nothingIsLeft();
        }
    }

    private static HostSeat silent() {
        return HostSeat.none();
    }

    private RunningShow open(Carrier carrier, int phonePort, String studioPort, HostSeat seat) {
        Map<String, String> given = new HashMap<>(MadeUpCarrier.settings(carrier, phonePort));
        given.put("PARTYLINE_DATA", data.toString());
        given.put("PARTYLINE_STUDIO_PORT", studioPort);
        var settings = new Settings(new Lookup(given), data).checked();
        return RunningShow.open(
                new RunningShow.Parts(
                        settings,
                        settings.telephone(),
                        seat,
                        Console.none(),
                        Transcriber.off(),
                        LanguageModel.off(),
                        new EmbeddedVoice(),
                        settings.media().purse(),
                        new Random(1)));
    }

    private Optional<ShowId> unfinished() throws JournalException {
        try (var journal = JournalReader.open(data)) {
            return journal.unfinished();
        }
    }

    private void nothingIsLeft() {
        var left = new Leftovers(data);
        left.noThread();
        left.noFile();
    }

    private static final class NoDevice implements HostSeat {
        private final HostSeat nobody = HostSeat.none();

        @Override
        public String name() {
            return "no device";
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public void open() {
            throw new IllegalStateException("the device is gone");
        }

        @Override
        public FrameSource microphone() {
            return nobody.microphone();
        }

        @Override
        public FrameSink monitor() {
            return nobody.monitor();
        }

        @Override
        public void close() {}
    }
}
