package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A host's own cast and a tester's own script: a bad one is refused with the place and the reason.
class OwnFilesTest {
    @TempDir Path folder;

    @Test
    void theCastAndTheScriptThatShipAreFine() {
        assertThat(CastFile.builtIn().personas()).hasSize(10);
        assertThat(ScriptFile.builtIn().steps()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                   | has no personas
                    personas: []                                         | has no personas
                    'personas: [{key: "1"}]'                             | a persona has no name
                    'personas: [{name: Tony}]'                           | a persona has no key
                    'personas: [{key: "1", name: " ", vibe: a}]'         | a persona has no name
                    'personas: [{key: "1", name: Tony, voice: low}]'     | a persona has no vibe
                    'personas: [{key: "1", name: Tony, vibe: a}]'        | a persona has no voice
                    'personas: [null]'                                   | a persona has no key
                    'personas: [{key: "1", nome: Tony}]'                 | line 1: there is nothing called "nome"
                    'personas: Tony'                                     | line 1
                    'personas: [{key: "1"'                               | line 1
                    """)
    void aBadCastIsRefused(String text, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve("cast.yaml"), text);
        assertThatThrownBy(() -> CastFile.read(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll(file.toString(), reason);
    }

    @Test
    void aCastWithTwoOfAKeyIsRefused() throws Exception {
        String tony = "  - {key: \"1\", name: %s, vibe: a, voice: low}\n";
        Path file =
                Files.writeString(
                        folder.resolve("cast.yaml"),
                        "personas:\n" + tony.formatted("Tony") + tony.formatted("Maya"));
        assertThatThrownBy(() -> CastFile.read(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'steps: [dave sings]'                        | "dave sings" is no step of a script
                    'steps: [null]'                              | a step is empty
                    'callers: [{number: "+15550101"}]'           | a caller has no name
                    'callers: [{name: dave, voice: low}]'        | a caller has no number
                    'callers: [{name: dave, number: "+1555010"}]'| a caller has no voice
                    'callers: [null]'                            | a caller has no name
                    'answers: [{says: Hello.}]'                  | an answer is for nothing
                    'answers: [{for: song, says: La.}]'          | "song" is nothing that a model is asked for
                    'answers: [{for: reply}]'                    | an answer says nothing
                    'actors: []'                                 | there is nothing called "actors" here
                    'callers: dave'                              | something else is expected here
                    'steps: [dave dials'                         | line 1
                    """)
    void aBadScriptIsRefused(String text, String reason) throws Exception {
        String steps = text.startsWith("steps") ? "" : "\nsteps: [pause 1s]";
        Path file = Files.writeString(folder.resolve("script.yaml"), text + steps);
        assertThatThrownBy(() -> ScriptFile.read(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll(file.toString(), reason);
    }

    @Test
    void aScriptThatIsEmptyHasNothingToPlay() throws Exception {
        Path file = Files.writeString(folder.resolve("script.yaml"), "");
        assertThatThrownBy(() -> ScriptFile.read(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("has no steps");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> CastFile.read(file)).hasMessageContaining(file.toString());
        assertThatThrownBy(() -> ScriptFile.read(file)).hasMessageContaining(file.toString());
    }
}
