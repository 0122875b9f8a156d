package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.app.Finding.State;
import io.partyline.carrier.Carrier;
import io.partyline.javasound.SoundDevices;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.rehearsal.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String READY =
            """
            data: {"choices":[{"delta":{"content":"ready"},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @TempDir Path folder;

    private final Map<String, String> given =
            new HashMap<>(Map.of("PARTYLINE_SOUND", "clock", "PARTYLINE_LLM", "off"));

    private Carrier givenAMadeUpCarrier() {
        int port = Ports.free();
        Carrier carrier = MadeUpCarrier.open(port, 1);
        given.putAll(MadeUpCarrier.settings(carrier, port));
        return carrier;
    }

    private void givenATelephone(Website carrier) throws Exception {
        int port;
        try (var free = Website.answering(200, "")) {
            port = free.port();
        }
        given.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001");
        given.put("TWILIO_AUTH_TOKEN", MarkedSecret.of("carrier"));
        given.put("TWILIO_PHONE_NUMBER", "+15550100");
        given.put("TWILIO_WEBHOOK_BASE_URL", "http://127.0.0.1:" + port);
        given.put("TWILIO_API_BASE_URL", carrier.base());
        given.put("PARTYLINE_PHONE_PORT", Integer.toString(port));
    }

    private Readiness readiness() {
        var settings = new Settings(new Lookup(given), folder).checked();
        return new Readiness(settings, SoundDevices.ofThisComputer(), "");
    }

    private int run() {
        return new CheckCommand(folder, given).run(List.of());
    }

    @Test
    void aNumberThatLeadsHereIsFine() {
        try (var carrier = givenAMadeUpCarrier()) {
            assertThat(carrier.number().voice().set()).isTrue();
            assertThat(readiness().carrier().line()).startsWith("ok   phone");
        }
    }

    @Test
    void aMissingFallbackDocumentIsToldWithWhatItCosts() {
        try (var _ = givenAMadeUpCarrier()) {
            assertThat(net().line())
                    .startsWith("OFF  net")
                    .contains("callers are lost", "PARTYLINE_PHONE_FALLBACK_URL");
            given.put("PARTYLINE_PHONE_FALLBACK_URL", "https://bin.example/b");
            assertThat(net().state()).isEqualTo(State.OK);
            assertThat(readiness().carrier().sentence())
                    .contains("calls go to nobody", "callers are lost", "check --repair");
        }
    }

    private Finding net() {
        return readiness().findings().stream()
                .filter(finding -> finding.part().equals("net"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void repairingSetsTheNumberUp() {
        try (var carrier = givenAMadeUpCarrier()) {
            given.put("PARTYLINE_PHONE_FALLBACK_URL", "https://bin.example/b");
            new CheckCommand(folder, given).run(List.of("--repair"));
            assertThat(carrier.number().fallback().url()).isEqualTo("https://bin.example/b");
            assertThat(readiness().carrier().state()).isEqualTo(State.OK);
        }
    }

    @Test
    void withoutATelephoneThereIsNothingToRepair() {
        assertThat(new CheckCommand(folder, given).run(List.of("--repair"))).isEqualTo(1);
    }

    @Test
    void aShowWithoutATelephoneIsNotReady() {
        assertThat(run()).isEqualTo(1);
        assertThat(readiness().carrier().line())
                .startsWith("NO   phone")
                .endsWith(
                        "Off: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER,"
                                + " TWILIO_WEBHOOK_BASE_URL.");
    }

    @Test
    void credentialsThatTheCarrierRefusesAreFoundOut() throws Exception {
        try (var carrier = Website.answering(401, "{\"code\":20003,\"status\":401}")) {
            givenATelephone(carrier);
            assertThat(readiness().carrier().state()).isEqualTo(State.NO);
            assertThat(readiness().carrier().sentence())
                    .isNotBlank()
                    .doesNotContain(MarkedSecret.MARK);
            assertThat(run()).isEqualTo(1);
        }
    }

    @Test
    void theModelIsAskedAQuestion() throws Exception {
        try (var provider = Website.answering(200, READY)) {
            given.put("PARTYLINE_LLM", "openai");
            given.put("PARTYLINE_LLM_BASE_URL", provider.base());
            given.put("PARTYLINE_LLM_MODEL", "owl-1");
            assertThat(readiness().model().line())
                    .matches("ok   model .*owl-1 at .* answered in \\d+ ms: \"ready\"");
        }
        assertThat(readiness().model().state()).isEqualTo(State.NO);
        assertThat(readiness().model().sentence()).contains("cannot be reached");
    }

    @Test
    void aDeviceThatIsNotThereIsFoundOutByName() {
        given.put("PARTYLINE_SOUND", "javasound");
        given.put("PARTYLINE_SOUND_OUTPUT", "a loopback that nobody has");
        assertThat(readiness().soundCard().state()).isEqualTo(State.NO);
        assertThat(readiness().soundCard().sentence())
                .contains("There is no output \"a loopback that nobody has\"", "Outputs: ");
    }

    @Test
    void aHostInTheBrowserNeedsNoSoundCard() {
        given.put("PARTYLINE_SOUND", "browser");
        assertThat(readiness().soundCard().line())
                .startsWith("ok   sound card")
                .contains("The host sits in the browser, at the dashboard.");
    }

    @Test
    void everyPartHasALine() {
        assertThat(readiness().findings())
                .extracting(Finding::part)
                .containsExactly(
                        "settings",
                        "sound card",
                        "model",
                        "voices",
                        "transcription",
                        "music",
                        "carts",
                        "hold music",
                        "phone",
                        "stream",
                        "disk");
    }

    @Test
    void aBadSettingEndsTheCheckBeforeItBegins() {
        given.put("PARTYLINE_SOUND", "a gramophone");
        assertThatThrownBy(this::run)
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("auto, javasound, browser, clock");
    }
}
