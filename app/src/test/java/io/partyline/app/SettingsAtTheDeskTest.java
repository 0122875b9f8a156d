package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import io.partyline.rehearsal.MarkedSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host tries every part of the house by the buttons of the page, in a real browser, with the
/// real program behind it.
@InChromium
class SettingsAtTheDeskTest {
    @TempDir Path data;

    private final OverheardSeat seat = new OverheardSeat();
    private final OverheardConsole console = new OverheardConsole();

    @Test
    void everyPartIsTriedByItsButton() throws IOException {
        try (var providers = new Providers(Rehearing.WORDS);
                var server = new StreamServer()) {
            Map<String, String> given = new HashMap<>(providers.settings());
            given.put("PARTYLINE_STREAM_URL", server.address(MarkedSecret.of("stream")));
            given.put("PARTYLINE_LLM_API_KEY", MarkedSecret.of("mind"));
            given.put("PARTYLINE_SOUND_CHANNELS", "5");
            try (var house = HouseUnderTest.withSenses(data, given, seat, console);
                    var page = new Chromium(List.of())) {
                page.size(1280, 800, 1);
                page.open(URI.create("http://127.0.0.1:%d/".formatted(house.studioPort())));
                page.click("//summary[.='Desk']");
                page.click("//button[.='Settings']");
                tries(page, "Sound devices", "Not now", "The stream is on");
                house.desk().put("/api/program", "{\"stream\":\"off\"}");
                tries(page, "Sound devices", "Works", "the overheard seat");
                assertThat(seat.loudestDb()).isCloseTo(-18, within(0.1));
                tries(page, "Channels", "Works", "on channel 1, 2, 3, 4, 5");
                tries(page, "AI minds", "Works", "I think so.");
                tries(page, "Voices", "Works", "spoke for");
                tries(page, "Ears", "Works", Rehearing.WORDS);
                tries(page, "Hold music", "Works", "the built-in music");
                tries(page, "Phone", "Works", "the number leads here");
                tries(page, "Stream", "Works", "takes the program as mp3");
                tries(page, "Recording", "Works", "hours of recording");
                tries(page, "Music and carts", "Off", "put MP3, OGG, FLAC or WAV files");
                page.click("//button[@aria-label='Try: Channel 3']");
                says(page, "Channels", "Works", "on channel 3");
                assertThat(page.run("return document.body.innerText").asText())
                        .doesNotContain(MarkedSecret.MARK);
                assertThat(page.complaints()).singleElement().asString().contains("409");
            }
        }
    }

    private static void tries(Chromium page, String part, String state, String sentence) {
        page.click("//button[@aria-label='Try it: %s']".formatted(part));
        says(page, part, state, sentence);
    }

    private static void says(Chromium page, String part, String state, String sentence) {
        page.text(
                "//section[.//h3[.='%s']]//p[@role='status' and .//strong[.='%s'] and contains(., '%s')]"
                        .formatted(part, state, sentence));
    }
}
