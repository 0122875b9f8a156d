package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortIsFreeAndNoneThatTheSystemGivesAway() throws Exception {
        int port = Ports.free();
        assertThat(port).isBetween(20_000, 32_767);
        try (var door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(door.getLocalPort()).isEqualTo(port);
        }
    }
}
