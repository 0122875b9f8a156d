package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    private static final int LONGEST = 100;

    private static String read(String packed, int piece) {
        return new String(new Chunks(Bytes.of(packed, piece), LONGEST).read(), ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void chunksBecomeOneBodyHoweverTheyCome(int piece) {
        String packed = "5\r\nHello\r\n00A ;a=\"b\"\r\n, everyone\r\n0\r\nTrailer: x\r\n\r\n";
        assertThat(read(packed, piece)).isEqualTo("Hello, everyone");
    }

    @Test
    void whatComesBehindIsLeft() {
        Inflow inflow = Bytes.of("1\r\na\r\n0\r\n\r\nGET");
        assertThat(new Chunks(inflow, LONGEST).read()).hasSize(1);
        assertThat(new String(inflow.take(inflow.size()), ISO_8859_1)).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\na\r\n0\r\n\r\n",
                "-1\r\n\r\n",
                "+1\r\na\r\n0\r\n\r\n",
                "0x1\r\na\r\n0\r\n\r\n",
                " 1\r\na\r\n0\r\n\r\n",
                "\r\n\r\n",
                "123456789\r\n",
                "1\r\nab\r\n0\r\n\r\n",
                "1\na\n0\n\n",
                "1 a\r\na\r\n0\r\n\r\n"
            })
    void whatIsNoChunkIsRefused(String packed) {
        assertThatThrownBy(() -> read(packed, 1000)).isInstanceOf(BrokenRequestException.class);
    }

    @Test
    void aBodyMayBeAsLongAsItMayAndNoLonger() {
        assertThat(read("64\r\n" + "a".repeat(100) + "\r\n0\r\n\r\n", 1000)).hasSize(LONGEST);
        assertThatThrownBy(() -> read("64\r\n" + "a".repeat(100) + "\r\n1\r\nb\r\n0\r\n\r\n", 1000))
                .isInstanceOf(BrokenRequestException.class)
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> read("ffffffff\r\n", 1000))
                .isInstanceOf(BrokenRequestException.class);
    }

    @Test
    void endlessPackingIsRefused() {
        String trailers = "0\r\n" + "X: y\r\n".repeat(200_000);
        assertThatThrownBy(() -> read(trailers, 8192)).isInstanceOf(BrokenRequestException.class);
        assertThatThrownBy(() -> read("1;" + "x".repeat(300), 1000))
                .isInstanceOf(BrokenRequestException.class);
    }

    @Test
    void aBodyThatIsCutOffIsNobodysFault() {
        assertThatThrownBy(() -> read("5\r\nHel", 1000)).isInstanceOf(GoneException.class);
        assertThatThrownBy(() -> read("5\r\nHello\r\n0\r\n", 1000))
                .isInstanceOf(GoneException.class);
    }
}
