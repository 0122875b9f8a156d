package io.partyline.carrier.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
    private static final Signatures SIGNATURES = new Signatures("12345");
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static Map<String, String> from(String number) {
        return Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", number,
                "Digits", "1234",
                "From", number,
                "To", "+18005551212");
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, +12349013030, 0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, +14158675309, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, +14158675310, GvWf1cFY/Q7PnoempGyD5oXAezc=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, +14158675309,"
                + " kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2, +14158675309, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, +14158675309,"
                + " Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://mycompany.com/myapp.php, +14158675309, 1xaxFBvyzXYvWplzNOSs28HWO94="
    })
    void aFormPostIsSignedAsPublished(String url, String number, String signature) {
        assertEquals(signature, SIGNATURES.of(url, from(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
        "wss://example.com/api/twilio/stream, tKRxGr1lRTsJeZgfeSSNTH/dYdA=",
        "wss://example.com/api/twilio/stream/, VKaXbV3cXbQDcRkhp7FxZY9iFpY="
    })
    void aRequestWithoutAFormIsSignedByItsUrl(String url, String signature) {
        assertEquals(signature, SIGNATURES.of(url, Map.of()));
    }

    @Test
    void namesAreSortedWithRegardToCase() {
        Map<String, String> parameters =
                Map.of("callSid", "lowercase", "CallSid", "uppercase", "CALLSID", "allcaps");
        assertEquals("jDK7WKT8wiNrwggd4ceTv4e1MJ4=", SIGNATURES.of(URL, parameters));
    }

    @Test
    void valuesAreSignedAsTheyAreBeforeEscaping() {
        Map<String, String> parameters =
                Map.of(
                        "Message", "Hello & goodbye! @#$%^*()",
                        "From", "+1 (415) 867-5309",
                        "Special", "unicode: ñáéíóú");
        assertEquals("dCPiR4WtQ6QFN6pJh81CtlCcWLQ=", SIGNATURES.of(URL, parameters));
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pass@show.example:8443/a?b=c, https://show.example/a?b=c",
        "http://user:pass@show.example:8080/a, http://user:pass@show.example:8080/a",
        "https://show.example/a#rc=2, https://show.example/a",
        "https://show.example/a, https://show.example/a"
    })
    void overHttpsTheUserAndThePortAreNotSigned(String url, String signed) {
        assertEquals(signed, Signatures.signedForm(url));
    }
}
