package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignaturesTest {
    private static final Signatures SIGNATURES = new Signatures(new AuthToken("12345"));
    private static final String REST = "/myapp.php?foo=1&bar=2";
    private static final String U = "https://mycompany.com" + REST;
    private static final String BODY = "{\"property\": \"value\", \"boolean\": true}";
    private static final String BODY_HASH =
            "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final String STREAM = "wss://example.com/api/twilio/stream";

    record Vector(int number, String url, Form form, String signature) {}

    static Stream<Vector> published() {
        Form call = call("+14158675309");
        return Stream.of(
                new Vector(1, U, call("+12349013030"), "0/KCTR6DLpKmkAf8muzZqo1nDgQ="),
                new Vector(2, U, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
                new Vector(3, U, call("+14158675310"), "GvWf1cFY/Q7PnoempGyD5oXAezc="),
                new Vector(
                        4,
                        "https://mycompany.com:443" + REST,
                        call,
                        "kvajT1Ptam85bY51eRf/AJRuM3w="),
                new Vector(
                        5, "http://mycompany.com:80" + REST, call, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
                new Vector(
                        6,
                        "http://mycompany.com:1234" + REST,
                        call,
                        "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
                new Vector(7, U, Form.EMPTY, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="),
                new Vector(
                        8, "https://mycompany.com/myapp.php", call, "1xaxFBvyzXYvWplzNOSs28HWO94="),
                new Vector(
                        9,
                        U + "&bodySHA256=" + BODY_HASH,
                        Form.EMPTY,
                        "a9nBmqA0ju/hNViExpshrM61xv4="),
                new Vector(
                        10,
                        "https://mycompany.com/myapp.php?bodySHA256=" + BODY_HASH,
                        Form.EMPTY,
                        "y77kIzt2vzLz71DgmJGsen2scGs="),
                new Vector(
                        11,
                        U,
                        fields(
                                Map.of(
                                        "MessagingBinding.Address",
                                        List.of("+1325xxxxxxx", "+1415xxxxxxx"))),
                        "83O6e2vORAoJHUNzJjDWN1jz+BA="),
                new Vector(
                        12,
                        U,
                        fields(
                                Map.of(
                                        "Sid", List.of("CA123"),
                                        "SidAccount", List.of("AC123"),
                                        "Digits", List.of("5678", "1234", "1234"))),
                        "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
                new Vector(
                        13,
                        U,
                        Form.of(
                                Map.of(
                                        "Message", "Hello & goodbye! @#$%^*()",
                                        "From", "+1 (415) 867-5309",
                                        "Special", "unicode: ñáéíóú")),
                        "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="),
                new Vector(
                        14,
                        U,
                        Form.of(
                                Map.of(
                                        "callSid",
                                        "lowercase",
                                        "CallSid",
                                        "uppercase",
                                        "CALLSID",
                                        "allcaps")),
                        "jDK7WKT8wiNrwggd4ceTv4e1MJ4="),
                new Vector(
                        15,
                        "https://user:pass@mycompany.com" + REST,
                        call,
                        "CukzLTc1tT5dXEDIHm/tKBanW10="),
                new Vector(16, U + "&Body=It%27s+amazing", call, "TfZzewPq8wqrGlMfyAud8+/IvJ0="),
                new Vector(17, STREAM, Form.EMPTY, "tKRxGr1lRTsJeZgfeSSNTH/dYdA="),
                new Vector(18, STREAM + "/", Form.EMPTY, "VKaXbV3cXbQDcRkhp7FxZY9iFpY="));
    }

    @ParameterizedTest
    @MethodSource("published")
    void thePublishedExamplesComeOutAsPublished(Vector vector) {
        assertThat(SIGNATURES.of(vector.url(), vector.form())).isEqualTo(vector.signature());
        assertThat(SIGNATURES.fits(vector.signature(), vector.url(), vector.form())).isTrue();
    }

    @Test
    void theHashOfAJsonBodyStandsInItsAddress() throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(BODY_HASH);
    }

    @Test
    void aSecureAddressIsSignedWithItsPortOrWithoutIt() {
        Form call = call("+14158675309");
        assertThat(SIGNATURES.fits("kvajT1Ptam85bY51eRf/AJRuM3w=", U, call)).isTrue();
        assertThat(
                        SIGNATURES.fits(
                                "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
                                "https://mycompany.com:443" + REST,
                                call))
                .isTrue();
        assertThat(
                        SIGNATURES.fits(
                                "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
                                "https://mycompany.com:8443" + REST,
                                call))
                .isTrue();
        assertThat(
                        SIGNATURES.fits(
                                "kvajT1Ptam85bY51eRf/AJRuM3w=",
                                "https://mycompany.com:8443" + REST,
                                call))
                .isFalse();
    }

    @Test
    void aPlainAddressIsSignedWithItsPortOrWithoutIt() {
        Form call = call("+14158675309");
        assertThat(
                        SIGNATURES.fits(
                                "0ZXoZLH/DfblKGATFgpif+LLRf4=",
                                "http://mycompany.com" + REST,
                                call))
                .isTrue();
        assertThat(
                        SIGNATURES.fits(
                                "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
                                "http://mycompany.com" + REST,
                                call))
                .isFalse();
    }

    @Test
    void aStreamIsSignedInFourSpellings() {
        for (String host : List.of("wss://example.com", "wss://example.com:443")) {
            for (String path : List.of("/api/twilio/stream", "/api/twilio/stream/")) {
                String signature = SIGNATURES.of(host + path, Form.EMPTY);
                assertThat(SIGNATURES.fitsHandshake(signature, STREAM)).isTrue();
            }
        }
        String https = SIGNATURES.of("https://example.com/api/twilio/stream", Form.EMPTY);
        assertThat(SIGNATURES.fitsHandshake(https, STREAM)).isFalse();
    }

    @Test
    void aDoorOnThisComputerTakesAHandshakeThatIsSignedAsWsOrAsWss() {
        String door = "ws://127.0.0.1:8000/api/twilio/stream";
        for (String signed : List.of(door, "wss" + door.substring(2))) {
            String signature = SIGNATURES.of(signed, Form.EMPTY);
            assertThat(SIGNATURES.fitsHandshake(signature, door)).isTrue();
        }
        String http = SIGNATURES.of("http" + door.substring(2), Form.EMPTY);
        assertThat(SIGNATURES.fitsHandshake(http, door)).isFalse();
    }

    @Test
    void theLibrarysValidatorAgreesOnWhatItCanHold() {
        RequestValidator library = new RequestValidator("12345");
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Map<String, String> fields = randomFields(random);
            String url = "https://show" + round + ".example/api/twilio/voice";
            String signature = SIGNATURES.of(url, Form.of(fields));
            assertThat(library.validate(url, fields, signature)).isTrue();
        }
    }

    @Test
    void oneChangedBitAnywhereIsNoticed() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Map<String, String> fields = randomFields(random);
            String signature = SIGNATURES.of(U, Form.of(fields));
            assertThat(SIGNATURES.fits(flipped(signature, random), U, Form.of(fields))).isFalse();
            assertThat(SIGNATURES.fits(signature, flippedPath(random), Form.of(fields))).isFalse();
            String name = fields.keySet().iterator().next();
            fields.computeIfPresent(name, (_, value) -> flipped(value, random));
            assertThat(SIGNATURES.fits(signature, U, Form.of(fields))).isFalse();
        }
    }

    @Test
    void noSignatureFitsNothing() {
        assertThat(SIGNATURES.fits("", U, Form.EMPTY)).isFalse();
        assertThat(SIGNATURES.fitsHandshake("", STREAM)).isFalse();
    }

    private static Map<String, String> randomFields(Random random) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(12); i++) {
            fields.put("Field" + random.nextInt(1000), "v" + Long.toString(random.nextLong(), 36));
        }
        return fields;
    }

    private static String flipped(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = (char) (text.charAt(at) ^ 1 << random.nextInt(7));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String flippedPath(Random random) {
        int from = "https://mycompany.com/".length();
        return U.substring(0, from) + flipped(U.substring(from), random);
    }

    private static Form call(String caller) {
        return Form.of(
                Map.of(
                        "CallSid", "CA1234567890ABCDE",
                        "Caller", caller,
                        "Digits", "1234",
                        "From", caller,
                        "To", "+18005551212"));
    }

    private static Form fields(Map<String, List<String>> fields) {
        return new Form(new TreeMap<>(fields));
    }
}
