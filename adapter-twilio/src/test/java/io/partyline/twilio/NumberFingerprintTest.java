package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.show.CallerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFingerprintTest {
    @Test
    void theSameNumberIsRecognisedAndNotShown() {
        CallerNumber number = Sample.fingerprint().of("+15550123");
        assertThat(number).isEqualTo(Sample.fingerprint().of("+15550123"));
        assertThat(number).isNotEqualTo(Sample.fingerprint().of("+15560123"));
        assertThat(number.lastFour()).isEqualTo("0123");
        assertThat(number.toString()).doesNotContain("5550123");
        assertThat(number.fingerprint()).matches("[0-9a-f]{32}");
    }

    @Test
    void anotherKeyGivesAnotherFingerprint() {
        NumberFingerprint other = new NumberFingerprint(new byte[16]);
        assertThat(other.of("+15550123").fingerprint())
                .isNotEqualTo(Sample.fingerprint().of("+15550123").fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anonymous",
                "Anonymous",
                "+266696687",
                "266696687",
                "+7378742833",
                "+2562533",
                "+8656696",
                "+86282452253",
                "client:dave",
                "sip:dave@example.com",
                "5550123",
                "unknown"
            })
    void whatNamesNobodyCountsAsWithheld(String from) {
        assertThat(Sample.fingerprint().of(from)).isEqualTo(CallerNumber.WITHHELD);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new NumberFingerprint(new byte[15]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
