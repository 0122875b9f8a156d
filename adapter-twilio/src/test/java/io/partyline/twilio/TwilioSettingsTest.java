package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.rehearsal.MarkedSecret;
import io.partyline.twilio.TwilioSettings.Hold;
import io.partyline.twilio.TwilioSettings.Net;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSettingsTest {
    @Test
    void aSlashAtTheEndOfTheAddressesDoesNotMatter() {
        TwilioSettings settings =
                with(Sample.NUMBER, "https://show.example/radio//", "https://api.example/");
        assertThat(settings.webhookBaseUrl()).isEqualTo("https://show.example/radio");
        assertThat(settings.apiBaseUrl()).isEqualTo("https://api.example");
    }

    @Test
    void theTokenIsNeverShown() {
        TwilioSettings settings = Sample.settings(Hold.STUDIO);
        assertThat(settings.toString())
                .doesNotContain(MarkedSecret.MARK)
                .contains("AuthToken[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://show.example",
                "show.example",
                "",
                "https://",
                "https://show.example?x=1",
                "https://show.example#rc=2",
                "https://me:secret@show.example",
                "http://127.0.0.1.example",
                "https://show example"
            })
    void aPublicAddressThatCannotWorkIsRefusedByName(String base) {
        assertThatThrownBy(() -> with(Sample.NUMBER, base, TwilioSettings.CARRIER_API))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("TWILIO_WEBHOOK_BASE_URL is \"")
                .hasMessageEndingWith(
                        "\", but must be the public https address of the phone door,"
                                + " such as https://show.example.");
    }

    @Test
    void aSimulatorOnThisComputerMayReachThePhoneDoorByPlainHttp() {
        String base =
                with(Sample.NUMBER, "http://127.0.0.1:8000", TwilioSettings.CARRIER_API)
                        .webhookBaseUrl();
        assertThat(new Addresses(base).voice()).isEqualTo("http://127.0.0.1:8000/api/twilio/voice");
        assertThat(new Addresses(base).stream()).isEqualTo("ws://127.0.0.1:8000/api/twilio/stream");
    }

    @Test
    void aRestDeskOnThisComputerMayBePlainHttp() {
        assertThat(with(Sample.NUMBER, Sample.BASE, "http://127.0.0.1:9999").apiBaseUrl())
                .isEqualTo("http://127.0.0.1:9999");
        assertThatThrownBy(() -> with(Sample.NUMBER, Sample.BASE, "http://api.example"))
                .hasMessageStartingWith(
                        "TWILIO_API_BASE_URL is \"http://api.example\", but must be an https address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5550100", "", "+0555", "+1 555 0100", "+15550100x"})
    void aNumberThatIsNotInternationalIsRefusedByName(String number) {
        assertThatThrownBy(() -> with(number, Sample.BASE, TwilioSettings.CARRIER_API))
                .hasMessage(
                        "TWILIO_PHONE_NUMBER is \"%s\", but must start with + and the country code, such as +15550100.",
                        number);
    }

    @Test
    void theOtherSettingsAreNamedToo() {
        assertThatThrownBy(() -> new AuthToken(" ")).hasMessage("TWILIO_AUTH_TOKEN is empty.");
        assertThatThrownBy(() -> named("AC/../1", "Show"))
                .hasMessageContaining("TWILIO_ACCOUNT_SID");
        assertThatThrownBy(() -> named(Sample.ACCOUNT, "a\nb"))
                .hasMessageContaining("PARTYLINE_SHOW_NAME");
        assertThatThrownBy(() -> named(Sample.ACCOUNT, "a".repeat(101)))
                .hasMessage("PARTYLINE_SHOW_NAME must be 1 to 100 letters without line breaks.");
    }

    private static TwilioSettings with(String number, String base, String api) {
        return new TwilioSettings(
                Sample.ACCOUNT,
                Sample.TOKEN,
                number,
                base,
                api,
                Hold.STUDIO,
                Net.BARE,
                "Show",
                "Host");
    }

    private static TwilioSettings named(String account, String show) {
        return new TwilioSettings(
                account,
                Sample.TOKEN,
                Sample.NUMBER,
                Sample.BASE,
                TwilioSettings.CARRIER_API,
                Hold.STUDIO,
                Net.BARE,
                show,
                "Host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bin.example/1",
                "bin.example",
                "https://me:secret@bin.example/1",
                "https://bin.example/1#rc=2"
            })
    void aNetIsServedByHttpsAndHoldsNoPassword(String url) {
        assertThatThrownBy(() -> new Net(Optional.of(url), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("PARTYLINE_PHONE_FALLBACK_URL is")
                .hasMessageContaining("the address of a TwiML Bin")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new Net(Optional.empty(), Optional.of(url)))
                .hasMessageStartingWith("PARTYLINE_PHONE_NET_MUSIC is");
    }

    @Test
    void aNetOfOurOwnAddressesCatchesNobody() {
        Net net = new Net(Optional.of(Sample.BASE + "/fallback"), Optional.empty());
        assertThatThrownBy(() -> Sample.settings(Hold.STUDIO, TwilioSettings.CARRIER_API, net))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not lead to this program");
        Net elsewhere =
                new Net(Optional.of("https://bin.example/1?x=2"), Optional.of(Sample.BASE + "s/a"));
        assertThat(Sample.settings(Hold.STUDIO, TwilioSettings.CARRIER_API, elsewhere).net())
                .isEqualTo(elsewhere);
    }
}
