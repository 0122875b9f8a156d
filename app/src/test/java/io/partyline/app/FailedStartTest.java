package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.JournalException;
import io.partyline.port.LanguageModel;
import io.partyline.port.SoundCard;
import io.partyline.port.Ticking;
import io.partyline.port.Transcriber;
import io.partyline.rehearsal.carrier.Carrier;
import io.partyline.show.ShowId;
import io.partyline.store.SqliteJournal;
import io.partyline.studio.ClockCard;
import io.partyline.tts.EmbeddedVoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

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
        int port = MadeUpCarrier.freePort();
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
    void whatIsOpenIsClosedIfTheSoundCardDoesNotStart() {
        int port = MadeUpCarrier.freePort();
        try (var carrier = MadeUpCarrier.open(port, FAST)) {
            assertThatThrownBy(() -> open(carrier, port, "0", new NoCard()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the card is gone");
            nothingIsLeft();
            open(carrier, port, "0", silent()).close();
            nothingIsLeft();
        }
    }

    private static SoundCard silent() {
        return ClockCard.silent();
    }

    private RunningShow open(Carrier carrier, int phonePort, String studioPort, SoundCard card) {
        Map<String, String> given = new HashMap<>(MadeUpCarrier.settings(carrier, phonePort));
        given.put("PARTYLINE_DATA", data.toString());
        given.put("PARTYLINE_STUDIO_PORT", studioPort);
        var settings = new Settings(new Lookup(List.of(given)), data).checked();
        return RunningShow.open(
                new RunningShow.Parts(
                        settings,
                        settings.telephone(),
                        card,
                        Transcriber.off(),
                        LanguageModel.off(),
                        new EmbeddedVoice(),
                        new Random(1)));
    }

    private Optional<ShowId> unfinished() throws JournalException {
        try (var journal = SqliteJournal.reading(data)) {
            return journal.unfinished();
        }
    }

    private void nothingIsLeft() {
        var left = new Leftovers(data);
        left.noThread();
        left.noFile();
    }

    private static final class NoCard implements SoundCard {
        @Override
        public String name() {
            return "no card";
        }

        @Override
        public void start(int channels, Ticking ticking) {
            throw new IllegalStateException("the card is gone");
        }

        @Override
        public void close() {}
    }
}
