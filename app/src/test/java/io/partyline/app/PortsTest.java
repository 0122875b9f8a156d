package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir Path folder;

    @Test
    void aPortInUseStopsTheStartBeforeAnyShowIsTouched() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var serve = new ServeCommand(folder, Map.of());
            var line = List.of("--studio-port", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> serve.run(line))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("PARTYLINE_STUDIO_PORT: port " + taken.getLocalPort())
                    .hasMessageContaining("another program");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
