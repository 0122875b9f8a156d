package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
    private static Head head(String... lines) {
        return Head.read("POST /x HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    @Test
    void whatIsHandedOnIsTheSameRequestInOneForm() {
        Head head = head("Host: a", "X-Twilio-Signature:  s= ", "EXPECT: 100-continue");
        assertThat(new String(head.with(new byte[] {'b'}, false), ISO_8859_1))
                .isEqualTo("POST /x HTTP/1.1\r\nhost: a\r\nx-twilio-signature: s=\r\n\r\nb");
    }

    @Test
    void anUnpackedBodyHasALength() {
        Head head = head("Transfer-Encoding: Chunked", "Host: a");
        assertThat(head.chunked()).isTrue();
        assertThat(new String(head.with(new byte[] {'b', 'c'}, true), ISO_8859_1))
                .isEqualTo("POST /x HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\nbc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+2", "-1", "2,2", "0x2", "2 2", "two", "", "2.0", "1234567890123456789"})
    void aLengthThatIsNoPlainNumberIsRefused(String length) {
        assertThatThrownBy(() -> head("Content-Length: " + length).length())
                .isInstanceOf(BrokenRequestException.class);
    }

    @Test
    void aPlainLengthIsReadAndWhereNoneIsToldThereIsNoBody() {
        assertThat(head("Content-Length: 120").length()).isEqualTo(120);
        assertThat(head("Host: a").length()).isZero();
        assertThat(head("Content-Length: 120").chunked()).isFalse();
    }

    @Test
    void whoeverWaitsToBeAskedForTheBodySaysSo() {
        assertThat(head("Expect: 100-Continue").waits()).isTrue();
        assertThat(head("Expect: something-else").waits()).isFalse();
    }

    @Test
    void twoLengthsAreRefusedEvenIfTheyAgree() {
        assertThatThrownBy(() -> head("Content-Length: 2", "Content-Length: 2").length())
                .isInstanceOf(BrokenRequestException.class);
    }

    @Test
    void aLengthBesideChunksIsRefused() {
        assertThatThrownBy(() -> head("Content-Length: 2", "Transfer-Encoding: chunked").chunked())
                .isInstanceOf(BrokenRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked", ""})
    void otherPackingIsRefused(String coding) {
        assertThatThrownBy(() -> head("Transfer-Encoding: " + coding).chunked())
                .isInstanceOf(BrokenRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host : a",
                " Host: a",
                "Host",
                ": a",
                "Ho st: a",
                "Host: a\u0000",
                "Host: a\u001f",
                "Hé: a",
                "Host: a\u007f"
            })
    void aHeaderThatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> head("Accept: a", line))
                .isInstanceOf(BrokenRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "GET /x",
                "GET  /x HTTP/1.1",
                "GET /x  HTTP/1.1",
                "GET x HTTP/1.1",
                "GET http://show.example/ HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET /a#b HTTP/1.1",
                "GET /é HTTP/1.1",
                "GET /x HTTP/1.1 ",
                "GET /x http/1.1",
                "G(T /x HTTP/1.1"
            })
    void aFirstLineThatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> Head.read(line + "\r\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenRequestException.class))
                .extracting(BrokenRequestException::status)
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /x HTTP/1.0", "GET /x HTTP/2.0", "GET /x HTTP/0.9"})
    void anotherHttpIsRefusedAsSuch(String line) {
        assertThatThrownBy(() -> Head.read(line + "\r\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenRequestException.class))
                .extracting(BrokenRequestException::status)
                .isEqualTo(505);
    }

    @Test
    void aHundredHeadersAreEnough() {
        String many = "A: b\r\n".repeat(100);
        assertThat(Head.read("GET / HTTP/1.1\r\n" + many).fields()).hasSize(100);
        assertThatThrownBy(() -> Head.read("GET / HTTP/1.1\r\n" + many + "A: b\r\n"))
                .isInstanceOf(BrokenRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "keep-alive, close", "close,Upgrade"})
    void theLastRequestIsKnownAsSuch(String connection) {
        assertThat(head("Connection: " + connection).isLast()).isTrue();
        assertThat(head("Connection: keep-alive").isLast()).isFalse();
    }
}
