package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
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
                    '# nothing but a comment'                            | has no personas
                    personas: []                                         | has no personas
                    'personas:'                                          | has no personas
                    'personas: [{key: "1"}]'                             | persona 1 has no name
                    'personas: [{name: Tony}]'                           | persona 1 has no key
                    'personas: [{key: "1", name: " ", vibe: a}]'         | persona 1 has no name
                    'personas: [{key: "1", name: Tony, voice: low}]'     | persona 1 has no vibe
                    'personas: [{key: "1", name: Tony, vibe: a}]'        | persona 1 has no voice
                    'personas: [null]'                                   | persona 1 has no key
                    'personas: [{key: a, name: b, vibe: c, voice: low, topics: [null]}]' | persona 1 has an empty topic
                    'personas: [{key: "1", nome: Tony}]'                 | line 1: there is nothing called "nome" here; there is age_range, energy, gender, key, name, signature, topics, vibe, voice.
                    'persona: []'                                        | line 1: there is nothing called "persona" here; there is personas.
                    'personas: Tony'                                     | line 1: personas: a list is expected here
                    'personas: {key: "1"}'                               | line 1: personas: a list is expected here
                    'personas: [Tony]'                                   | line 1: personas, number 1: a group of named fields is expected here
                    'personas: [{name: [Tony]}]'                         | line 1: personas, number 1, name: a text is expected here
                    'personas: [{name: {first: Tony}}]'                  | line 1: personas, number 1, name: a text is expected here
                    'personas: [{topics: boats}]'                        | line 1: personas, number 1, topics: a list is expected here
                    'personas: [{topics: [[boats]]}]'                    | line 1: personas, number 1, topics, number 1: a text is expected here
                    'Tony'                                               | line 1: a group of named fields is expected here
                    '[Tony]'                                             | line 1: a group of named fields is expected here
                    'personas: [{key: "1"'                               | line 1: this is not YAML as it should be
                    'personas: "Tony'                                    | line 1: this is not YAML as it should be
                    '%PDF-1.7'                                           | line 1: this is not YAML as it should be
                    """)
    void aBadCastIsRefused(String text, String reason) throws Exception {
        refused(CastFile::read, bytes(text), reason);
    }

    @Test
    void theLineOfAMistakeIsNamed() throws Exception {
        String text = "personas:\n  - key: a\n    name: b\n    topics: boats\n";
        refused(CastFile::read, bytes(text), "line 4: personas, number 1, topics: a list");
        String cut = "personas:\n  - key: a\n    name: \"b\n";
        refused(CastFile::read, bytes(cut), "this is not YAML as it should be");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        byte[] latin = "personas:\n - name: Ren\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        refused(CastFile::read, latin, "line 2: this is not UTF-8 text");
        refused(ScriptFile::read, latin, "line 2: this is not UTF-8 text");
        byte[] wide = "personas: []".getBytes(StandardCharsets.UTF_16);
        refused(CastFile::read, wide, "line 1: this is not UTF-8 text");
        refused(CastFile::read, new byte[] {0, 1, 2, 0}, "line 1: this is not YAML");
        refused(ScriptFile::read, new byte[] {0, 1, 2, 0}, "line 1: this is not YAML");
    }

    @Test
    void aMarkInFrontOfTheTextIsNoMistake() throws Exception {
        refused(CastFile::read, bytes("\uFEFFpersonas: []"), "has no personas");
    }

    @Test
    void bytesByChanceAreRefusedInWords() throws Exception {
        var chance = new Random(5);
        for (int i = 0; i < 300; i++) {
            var bytes = new byte[chance.nextInt(60)];
            chance.nextBytes(bytes);
            refused(CastFile::read, bytes, "");
            refused(ScriptFile::read, bytes, "");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refused(Consumer<Path> reader, byte[] content, String reason) throws Exception {
        Path file = Files.write(folder.resolve("own.yaml"), content);
        assertThatThrownBy(() -> reader.accept(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll(file.toString(), reason)
                .hasMessageNotContainingAny("java.", "Exception", "`", "com.", "PersonaForm")
                .message()
                .endsWith(".")
                .doesNotContain("\n", "null");
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
                    'steps: [dave sings]'                        | step 1: "dave sings" is no step of a script
                    'steps: [null]'                              | step 1: it is empty
                    'steps: [pause 1s, [dave dials]]'            | steps, number 2: a text is expected here
                    'callers: [{number: "+15550101"}]'           | caller 1 has no name
                    'callers: [{name: dave, voice: low}]'        | caller 1 has no number
                    'callers: [{name: dave, number: "+15550101"}]' | caller 1 has no voice
                    'callers: [{name: dave, number: 15550101, voice: low}]' | the number of caller 1 is "15550101", but should be such as
                    'callers: [{name: dave m, number: "+15550101", voice: low}]' | a caller is called "dave m", but should have one word
                    'callers: [{name: host, number: "+15550101", voice: low}]' | a caller is called "host", but should have one word
                    'callers: [{name: d, number: "+15550101", voice: low, tells: [null]}]' | caller 1 has an empty line to tell
                    'callers: [null]'                            | caller 1 has no name
                    'answers: [{says: Hello.}]'                  | answer 1 is for nothing
                    'answers: [{for: song, says: La.}]'          | answer 1 is for "song", and a model is only asked for reply,
                    'answers: [{for: reply}]'                    | answer 1 says nothing
                    'regulars: [null]'                           | regular 1 has no topic
                    'regulars: [{topic: bees, summary: They swarm., name: Walt}]' | regular 1 has no key
                    'steps: [check that dave sings]'             | step 1: "check that dave sings" is no step of a script
                    'actors: []'                                 | line 1: there is nothing called "actors" here; there is answers, callers, regulars, steps.
                    'callers: dave'                              | line 1: callers: a list is expected here
                    'callers: [{tells: Hello.}]'                 | line 1: callers, number 1, tells: a list is expected here
                    'steps: [dave dials'                         | line 1: this is not YAML as it should be
                    """)
    void aBadScriptIsRefused(String text, String reason) throws Exception {
        String steps = text.startsWith("steps") ? "" : "\nsteps: [pause 1s]";
        refused(ScriptFile::read, bytes(text + steps), reason);
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
