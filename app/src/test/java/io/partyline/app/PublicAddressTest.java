package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.app.Finding.State;
import io.partyline.rehearsal.Ports;
import org.junit.jupiter.api.Test;

class PublicAddressTest {
    @Test
    void anAddressThatLeadsHereIsFine() {
        int port = Ports.free();
        Finding finding = new PublicAddress("http://127.0.0.1:" + port, port).look();
        assertThat(finding.state()).isEqualTo(State.OK);
        assertThat(finding.sentence()).contains("leads to port %d here".formatted(port));
    }

    @Test
    void anAddressThatLeadsSomewhereElseIsNot() throws Exception {
        try (var other = Website.answering(502, "no tunnel")) {
            Finding finding = new PublicAddress(other.base(), Ports.free()).look();
            assertThat(finding.state()).isEqualTo(State.NO);
            assertThat(finding.sentence()).contains("leads somewhere else: point it to port");
        }
    }

    @Test
    void anAddressWhereNobodyAnswersIsNot() {
        Finding finding =
                new PublicAddress("http://127.0.0.1:" + Ports.free(), Ports.free()).look();
        assertThat(finding.state()).isEqualTo(State.NO);
        assertThat(finding.sentence()).contains("start the tunnel");
    }

    @Test
    void aShowThatIsRunningAlreadyIsNotTakenForAWrongAddress() throws Exception {
        try (var door = Website.answering(404, "")) {
            Finding finding = new PublicAddress(door.base(), door.port()).look();
            assertThat(finding.state()).isEqualTo(State.OK);
            assertThat(finding.sentence()).contains("port %d is in use".formatted(door.port()));
        }
    }
}
