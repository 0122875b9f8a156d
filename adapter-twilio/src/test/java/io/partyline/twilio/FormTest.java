package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @Test
    void valuesComeOutExactlyAsTheyWentIn() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            Map<String, List<String>> fields = new TreeMap<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                List<String> values =
                        fields.computeIfAbsent(text(random, 1), _ -> new ArrayList<>());
                values.add(text(random, 0));
            }
            assertThat(Form.read(encoded(fields)).fields()).isEqualTo(fields);
        }
    }

    @Test
    void whatIsBehindTheEscapesIsInTheFormsOwnCharset() {
        byte[] body = "Name=Zo%EB+M%FCller".getBytes(US_ASCII);
        assertThat(Form.read(body, ISO_8859_1).value("Name")).isEqualTo("Zoë Müller");
        assertThatThrownBy(() -> Form.read(body, UTF_8))
                .isInstanceOf(BadFormException.class)
                .hasMessage("The form is not UTF-8.");
    }

    @Test
    void anEmptyBodyIsAFormWithoutFields() {
        assertThat(Form.read(new byte[0]).fields()).isEmpty();
        assertThat(Form.read(new byte[0]).value("From")).isEmpty();
    }

    @Test
    void spacesAroundAValueArePartOfIt() {
        assertThat(form("Name=+Dave+").value("Name")).isEqualTo(" Dave ");
    }

    @Test
    void theSameValueTwiceIsOneValue() {
        assertThat(form("CallSid=CA1&CallSid=CA1").value("CallSid")).isEqualTo("CA1");
    }

    @Test
    void twoDifferentValuesOfOneFieldAreNobodysGuess() {
        Form form = form("CallSid=CA1&CallSid=CA2");
        assertThatThrownBy(() -> form.value("CallSid"))
                .isInstanceOf(BadFormException.class)
                .hasMessage("The form gives CallSid more than once.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=%4g",
                "a=%-1",
                "%zz=1",
                "a=%ff",
                "a=b c",
                "a=\n",
                "a=é",
                "=x",
                "a=1&&b=2"
            })
    void whatCannotBeReadExactlyIsRefused(String body) {
        assertThatThrownBy(() -> Form.read(body.getBytes(ISO_8859_1)))
                .isInstanceOf(BadFormException.class);
    }

    @Test
    void randomBytesAreReadOrRefusedAndNeverAnythingElse() {
        Random random = new Random(13);
        for (int round = 0; round < 5_000; round++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            try {
                assertThat(Form.read(body).fields().keySet()).doesNotContain("");
            } catch (BadFormException e) {
                assertThat(e.getMessage()).startsWith("The form ");
            }
        }
    }

    private static Form form(String body) {
        return Form.read(body.getBytes(UTF_8));
    }

    private static String text(Random random, int least) {
        int length = least + random.nextInt(6);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint("aZ9 &=%+é☎\u0000\uFFFD".codePointAt(random.nextInt(11)));
        }
        return text.toString();
    }

    private static byte[] encoded(Map<String, List<String>> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) ->
                values.forEach(value ->
                        pairs.add(
                                URLEncoder.encode(name, UTF_8)
                                        + "="
                                        + URLEncoder.encode(value, UTF_8))));
        return String.join("&", pairs).getBytes(UTF_8);
    }
}
