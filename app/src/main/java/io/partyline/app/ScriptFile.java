package io.partyline.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partyline.port.Prompt;
import io.partyline.rehearsal.Script;
import io.partyline.rehearsal.StepReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the script of a rehearsal.
final class ScriptFile {
    private static final String BUILT_IN = "rehearsal.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private record Form(
            @Nullable List<RoleForm> callers,
            @Nullable List<AnswerForm> answers,
            @Nullable List<String> steps) {}

    private record RoleForm(String name, String number, String voice, List<String> tells) {}

    private record AnswerForm(@JsonProperty("for") String purpose, String when, String says) {}

    private ScriptFile() {}

    /// The script that ships.
    static Script builtIn() {
        try (InputStream file = ScriptFile.class.getResourceAsStream(BUILT_IN)) {
            if (file == null) {
                throw new IllegalStateException("the built-in rehearsal is missing from the jar");
            }
            return script(BUILT_IN, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A tester's own script.
    ///
    /// @throws SettingException if it cannot be played
    static Script read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return script(path.toString(), file);
        } catch (IOException e) {
            throw new SettingException("The script %s cannot be read.".formatted(path));
        }
    }

    private static Script script(String name, InputStream file) throws IOException {
        try {
            Form form = YAML.readValue(file, Form.class);
            return new Script(
                    list(form.callers()).stream().map(ScriptFile::role).toList(),
                    list(form.answers()).stream().map(ScriptFile::answer).toList(),
                    list(form.steps()).stream().map(StepReader::read).toList());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SettingException(
                    "The script %s, line %d: %s".formatted(name, line, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            throw new SettingException("The script %s: %s.".formatted(name, e.getMessage()));
        }
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Script.Role role(RoleForm form) {
        return new Script.Role(form.name(), form.number(), form.voice(), list(form.tells()));
    }

    private static Script.Answer answer(AnswerForm form) {
        return new Script.Answer(
                Prompt.Purpose.valueOf(form.purpose().toUpperCase(Locale.ROOT)),
                form.when(),
                form.says());
    }
}
