package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

/// The form of a webhook: it is read, or refused as one, whatever stands in it.
public final class FormFuzz {
    private FormFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Form form = Form.read(input);
            Recut.check(form);
            assertThat(form.value("CallSid")).isNotNull();
        } catch (BadFormException refused) {
            assertThat(refused.getMessage()).endsWith(".");
        }
    }
}
