package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallerSound;
import io.partyline.show.Links;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A bad setting stops the start, and says which it is, what it is, and what would be right.
class SettingsTest {
    private static final String SECRET = MarkedSecret.of("anybody");
    private static final Map<String, String> TELEPHONE =
            Map.of(
                    "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001",
                    "TWILIO_AUTH_TOKEN", SECRET,
                    "TWILIO_PHONE_NUMBER", "+15550100",
                    "TWILIO_WEBHOOK_BASE_URL", "https://show.example");

    /// Secrets lie in a settings file, which is where a host keeps them.
    @TempDir(deletionStrategy = TempDirDeletionStrategy.Standard.class)
    private Path folder;

    @Test
    void withoutAnyTheUsualOnesHold() {
        Settings settings = settings(Map.of()).checked();
        assertThat(settings.telephone()).isEmpty();
        assertThat(settings.phonePort()).isEqualTo(8_000);
        assertThat(settings.studio().port()).isEqualTo(8_080);
        assertThat(settings.hold()).isEqualTo(Hold.STUDIO);
        assertThat(settings.data()).isEqualTo(folder.resolve("data"));
        assertThat(settings.cast().personas()).hasSize(10);
    }

    @Test
    void callersAreHeardAsOnTheRadioUnlessSomebodySaysOtherwise() {
        assertThat(settings(Map.of()).callerSound()).isEqualTo(CallerSound.RADIO);
        assertThat(settings(Map.of("PARTYLINE_CHAIN", "Off")).callerSound().links())
                .isEqualTo(Links.NONE);
        assertThat(
                        settings(
                                        Map.of(
                                                "PARTYLINE_CHAIN", "high-pass, limiter,ducking",
                                                "PARTYLINE_CHAIN_DUCK", "0"))
                                .callerSound())
                .isEqualTo(new CallerSound(new Links(true, false, false, true, true), 0));
        assertThatThrownBy(() -> settings(Map.of("PARTYLINE_CHAIN", "high-pass, echo")).checked())
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "PARTYLINE_CHAIN is \"high-pass, echo\", but should be on, off, or some of"
                                + " high-pass, auto-gain, expander, limiter, ducking.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PARTYLINE_PHONE_LINES        | many    | a whole number from 1 to 1000
                    PARTYLINE_CHAIN_DUCK         | 19      | a whole number from 0 to 18
                    PARTYLINE_PHONE_LINES        | 1001    | a whole number from 1 to 1000
                    PARTYLINE_SOUND_CHANNELS     | 4       | a whole number from 5 to 32
                    PARTYLINE_STUDIO_PORT        | 65536   | a whole number from 0 to 65535
                    PARTYLINE_PHONE_HOLD         | bench   | one of studio, carrier
                    PARTYLINE_PHONE_CALLER_HEARS | nothing | one of bed, program
                    PARTYLINE_AI_COOLDOWN        | soon    | a time such as 10s or 500ms
                    PARTYLINE_FOLLOWUP_DELAY     | -7s     | a time such as 10s or 500ms
                    """)
    void aWrongOneSaysWhichItIsAndWhatItIsAndWhatWouldBeRight(
            String name, String value, String right) {
        assertThatThrownBy(() -> settings(Map.of(name, value)).checked().hold())
                .isInstanceOf(SettingException.class)
                .hasMessage("%s is \"%s\", but should be %s.", name, value, right);
    }

    @Test
    void aPhonePortOrASwitchThatMakesNoSenseIsHeardBeforeTheShow() {
        assertThatThrownBy(() -> settings(Map.of("PARTYLINE_PHONE_PORT", "door")).checked())
                .hasMessageContainingAll("PARTYLINE_PHONE_PORT", "door", "0 to 65535");
        assertThatThrownBy(() -> settings(Map.of("PARTYLINE_PHONE_OPEN", "perhaps")).checked())
                .hasMessageContainingAll("PARTYLINE_PHONE_OPEN", "perhaps", "true or false");
        assertThatThrownBy(() -> settings(Map.of("PARTYLINE_PHONE_CALLER_HEARS", "x")).checked())
                .hasMessageContaining("PARTYLINE_PHONE_CALLER_HEARS");
    }

    @ParameterizedTest
    @CsvSource({
        "TWILIO_PHONE_NUMBER,0123,+15550100",
        "TWILIO_WEBHOOK_BASE_URL,http://show.example,https://show.example",
        "TWILIO_API_BASE_URL,ftp://carrier.example,https://api.twilio.com"
    })
    void aWrongTelephoneSaysWhatItIsAndNeverTheToken(String name, String value, String right) {
        assertThatThrownBy(() -> settings(telephoneBut(name, value)).checked())
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll(name, value, right)
                .message()
                .doesNotContain(SECRET)
                .doesNotEndWith("..");
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        var settings =
                settings(
                        telephoneBut(
                                "TWILIO_WEBHOOK_BASE_URL",
                                "https://host:" + SECRET + "@show.example"));
        assertThatThrownBy(settings::checked)
                .hasMessageContaining("TWILIO_WEBHOOK_BASE_URL")
                .message()
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TWILIO_ACCOUNT_SID",
                "TWILIO_AUTH_TOKEN",
                "TWILIO_PHONE_NUMBER",
                "TWILIO_WEBHOOK_BASE_URL"
            })
    void aHalfSetUpTelephoneSaysWhatIsMissing(String name) {
        assertThatThrownBy(() -> settings(telephoneBut(name, "  ")).checked())
                .hasMessage("The telephone is half set up: %s is missing.", name);
    }

    @Test
    void aStudioDoorThatOthersCanReachNeedsAPassword() {
        var open = Map.of("PARTYLINE_STUDIO_HOST", "0.0.0.0");
        assertThatThrownBy(() -> settings(open).checked())
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("PARTYLINE_STUDIO_HOST")
                .hasMessageContaining("PARTYLINE_STUDIO_PASSWORD");
        var locked = new HashMap<>(open);
        locked.put("PARTYLINE_STUDIO_PASSWORD", SECRET);
        assertThat(settings(locked).checked().toString()).doesNotContain(SECRET);
        assertThat(settings(locked).studio().toString()).doesNotContain(SECRET);
    }

    @Test
    void theCommandLineIsStrongerThanTheEnvironmentAndThatThanTheFiles() throws Exception {
        Files.writeString(
                folder.resolve("application.yaml"),
                """
                phone: {lines: 3, port: 1003}
                show.name: From the file
                host-name: Yara
                """);
        Files.writeString(
                folder.resolve(".env"),
                """
                # comments and blank lines do not count

                export PARTYLINE_PHONE_PORT=1002
                PARTYLINE_SHOW_NAME='From .env'
                PARTYLINE_AI_COOLDOWN="2m"
                """);
        var lookup =
                Places.read(
                        folder,
                        Map.of("PARTYLINE_PHONE_PORT", "1001", "PARTYLINE_STUDIO_PORT", "2001"),
                        Map.of("studio-port", "2000"));
        var settings = new Settings(lookup, folder).checked();
        assertThat(settings.rules().lines()).isEqualTo(3);
        assertThat(settings.phonePort()).isEqualTo(1_001);
        assertThat(settings.studio().port()).isEqualTo(2_000);
        assertThat(settings.showName()).isEqualTo("From .env");
        assertThat(settings.hostName()).isEqualTo("Yara");
        assertThat(settings.rules().cooldown()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aSettingThatDoesNotExistIsRefusedWithItsFile() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "phone: {lions: 3}\n");
        assertThatThrownBy(() -> Places.read(folder, Map.of(), Map.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll("application.yaml", "phone.lions");
    }

    @Test
    void aFileThatCannotBeUnderstoodIsRefusedWithItsLineAndWithoutItsSecrets() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "phone:\n  lines: [3\nx: y\n");
        assertThatThrownBy(() -> Places.read(folder, Map.of(), Map.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll("application.yaml", "line 3", "not YAML as it should be");
        Files.delete(folder.resolve("application.yaml"));
        Files.writeString(folder.resolve(".env"), "A=1\n" + SECRET + "\n");
        assertThatThrownBy(() -> Places.read(folder, Map.of(), Map.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll(".env", "line 2")
                .message()
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- phone.port\n", "phone.port = 8001\n"})
    void aFileWithoutSettingsIsToldHowOneIsWritten(String text) throws Exception {
        Files.writeString(folder.resolve("application.yaml"), text);
        assertThatThrownBy(() -> Places.read(folder, Map.of(), Map.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll("application.yaml", "such as phone.port: 8001");
    }

    @Test
    void anEmptyFileSettlesNothing() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "");
        Files.writeString(folder.resolve(".env"), "");
        assertThat(Places.read(folder, Map.of(), Map.of()).find("PARTYLINE_DATA")).isEmpty();
    }

    @Test
    void everySettingIsKnownInAllItsSpellings() {
        for (String spelling : List.of("PARTYLINE_PHONE_PORT", "phone.port", "phone-port")) {
            assertThat(SettingNames.known(spelling)).as(spelling).isTrue();
        }
        assertThat(SettingNames.known("phone.sport")).isFalse();
    }

    private Settings settings(Map<String, String> given) {
        return new Settings(new Lookup(given), folder);
    }

    private static Map<String, String> telephoneBut(String name, String value) {
        var settings = new HashMap<>(TELEPHONE);
        settings.put(name, value);
        return settings;
    }
}
