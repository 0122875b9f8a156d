package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.socket.PeerInfo;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A door that is bound to an address in the house, or to all of them, is known by that address and
/// by no other.
class OwnAddressesTest {
    /// Where a connection came in.
    private record CameInAt(InetSocketAddress at) implements PeerInfo {
        @Override
        public SocketAddress address() {
            return at;
        }

        @Override
        public String host() {
            return at.getHostString();
        }

        @Override
        public int port() {
            return at.getPort();
        }

        @Override
        public Optional<Principal> tlsPrincipal() {
            return Optional.empty();
        }

        @Override
        public Optional<Certificate[]> tlsCertificates() {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7    | 192.0.2.7   | 8420 | 192.0.2.7:8420     | true",
                "192.0.2.7    | 192.0.2.7   | 8420 | 192.0.2.8:8420     | false",
                "192.0.2.7    | 192.0.2.7   | 8420 | 192.0.2.7:8421     | false",
                "192.0.2.7    | 192.0.2.7   | 8420 | localhost:8420     | false",
                "192.0.2.7    | 192.0.2.7   | 8420 | 127.0.0.1:8420     | false",
                "192.0.2.7    | 192.0.2.7   | 8420 | evil.example:8420  | false",
                "192.0.2.7    | 192.0.2.7   | 8420 | 192.0.2.7          | false",
                "192.0.2.7    | 192.0.2.7   | 80   | 192.0.2.7          | true",
                "0.0.0.0      | 192.0.2.7   | 8420 | 192.0.2.7:8420     | true",
                "0.0.0.0      | 192.0.2.7   | 8420 | 192.0.2.8:8420     | false",
                "0.0.0.0      | 127.0.0.1   | 8420 | localhost:8420     | true",
                "::           | 2001:db8::7 | 8420 | [2001:db8:0:0:0:0:0:7]:8420 | true",
                "Studio.local | 192.0.2.7   | 8420 | studio.LOCAL:8420  | true",
                "Studio.local | 192.0.2.7   | 8420 | 192.0.2.7:8420     | true",
            })
    void aDoorInTheHouseIsKnownByItsOwnAddressAlone(
            String boundTo, String cameInAt, int port, String host, boolean ours) {
        var own = new OwnAddresses(boundTo);
        var local = new CameInAt(new InetSocketAddress(cameInAt, port));
        assertThat(own.host(host, local)).isEqualTo(ours);
        assertThat(own.origin("http://" + host, local)).isEqualTo(ours);
        assertThat(own.origin("https://" + host, local)).isFalse();
    }
}
