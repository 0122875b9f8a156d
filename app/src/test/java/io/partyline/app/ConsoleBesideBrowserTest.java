package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.http.BrowserSeat;
import io.partyline.javasound.SoundDevices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console plays on a device with many channels while the host sits in the browser.
class ConsoleBesideBrowserTest {
    private static final int CHANNELS = 8;
    private static final Path ALSA = Path.of("/usr/share/alsa/alsa.conf");

    /// A quarter of full scale, as 16 bits.
    private static final short LOUD = 8_192;

    @TempDir Path folder;

    @Tag("ci")
    @Test
    void theHostsVoiceFromTheBrowserIsAloneOnTheFirstChannelOfADevice() throws IOException {
        needAlsa();
        Path out = folder.resolve("channels.raw");
        try (var program = ProgramUnderTest.serve(folder, settings(out));
                var page = new Page(program.desk().address())) {
            page.sit();
            Patience.until(
                    () -> {
                        page.speak();
                        return loudFrames(out) > 50;
                    },
                    () -> "nothing on the first channel");
            assertThat(health(program, "console")).startsWith("Playing on ");
            assertThat(health(program, "sound card")).contains("the browser");
        }
    }

    private static void needAlsa() {
        boolean there = Files.exists(ALSA);
        if (Boolean.getBoolean("ci")) {
            assertThat(there).as("alsa-lib is installed").isTrue();
        }
        Assumptions.assumeTrue(there, "alsa-lib is not installed");
    }

    private Map<String, String> settings(Path out) throws IOException {
        String conf =
                """
                <%s>
                pcm.!default { type file slave.pcm { type null } file "%s" format "raw" }
                """
                        .formatted(ALSA, out);
        return Map.of(
                "ALSA_CONFIG_PATH", Files.writeString(folder.resolve("alsa.conf"), conf).toString(),
                "PARTYLINE_DATA", folder.resolve("data").toString(),
                "PARTYLINE_STUDIO_PORT", "0",
                "PARTYLINE_SOUND", "browser",
                "PARTYLINE_SOUND_OUTPUT", "default",
                "PARTYLINE_LLM", "off",
                "PARTYLINE_STT", "off");
    }

    private static String health(ProgramUnderTest program, String part) {
        for (var line : program.desk().read("/api/health").path("health")) {
            if (line.path("part").asText().equals(part)) {
                return line.path("detail").asText();
            }
        }
        throw new AssertionError("no such part: " + part);
    }

    /// Samples that are as loud as the host on the first channel; on the others there is nothing.
    private static int loudFrames(Path raw) {
        try {
            byte[] bytes = Files.exists(raw) ? Files.readAllBytes(raw) : new byte[0];
            var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            int loud = 0;
            for (int i = 0; i < samples.remaining(); i++) {
                if (i % CHANNELS == 0) {
                    loud += samples.get(i) == LOUD ? 1 : 0;
                } else {
                    assertThat(samples.get(i)).as("channel %d", i % CHANNELS + 1).isZero();
                }
            }
            return loud;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withoutADeviceTheHostSitsInTheBrowser() {
        SoundDevices here = SoundDevices.ofThisComputer();
        boolean none = here.outputs().isEmpty() && here.inputs().isEmpty();
        var sound = new SoundCards(of(Map.of("PARTYLINE_SOUND", "auto")), here);
        assertThat(sound.usesBrowser()).isEqualTo(none);
        assertThat(sound.usesDevices()).isEqualTo(!none);
        assertThat(sound.seat() instanceof BrowserSeat).isEqualTo(none);
    }

    @Test
    void besideTheBrowserThereIsAConsoleOnlyWhereAnOutputIsNamed() {
        SoundDevices here = SoundDevices.ofThisComputer();
        var named = Map.of("PARTYLINE_SOUND", "browser", "PARTYLINE_SOUND_OUTPUT", "a loopback");
        assertThat(new SoundCards(of(named), here).console().isOff()).isFalse();
        var unnamed = Map.of("PARTYLINE_SOUND", "browser");
        assertThat(new SoundCards(of(unnamed), here).console().isOff()).isTrue();
        assertThat(new SoundCards(of(unnamed), here).seat()).isInstanceOf(BrowserSeat.class);
        assertThat(new SoundCards(of(Map.of("PARTYLINE_SOUND", "clock")), here).usesBrowser())
                .isFalse();
    }

    private Settings of(Map<String, String> given) {
        return new Settings(new Lookup(given), folder);
    }

    /// A page at the seat, without a browser.
    private static final class Page implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final WebSocket socket;
        private final byte[] frame;

        Page(URI door) {
            socket =
                    client.newWebSocketBuilder()
                            .buildAsync(
                                    URI.create("ws://" + door.getAuthority() + "/api/studio/audio"),
                                    new WebSocket.Listener() {})
                            .join();
            ByteBuffer pcm = ByteBuffer.allocate(1_920).order(ByteOrder.LITTLE_ENDIAN);
            while (pcm.hasRemaining()) {
                pcm.putShort(LOUD);
            }
            frame = pcm.array();
        }

        void sit() {
            socket.sendText("{\"type\":\"sit\",\"tab\":\"a\"}", true).join();
        }

        void speak() {
            socket.sendBinary(ByteBuffer.wrap(frame), true).join();
        }

        @Override
        public void close() {
            socket.abort();
            client.shutdownNow();
            client.close();
        }
    }
}
