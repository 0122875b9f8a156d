package io.partyline.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partyline.port.Prompt;
import io.partyline.rehearsal.Script;
import io.partyline.rehearsal.Step;
import io.partyline.rehearsal.StepReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the script of a rehearsal.
final class ScriptFile {
    private static final String BUILT_IN = "rehearsal.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private record Form(
            @Nullable List<@Nullable RoleForm> callers,
            @Nullable List<@Nullable AnswerForm> answers,
            @Nullable List<@Nullable String> steps) {
        static final Form EMPTY = new Form(null, null, null);
    }

    private record RoleForm(
            @Nullable String name,
            @Nullable String number,
            @Nullable String voice,
            @Nullable List<String> tells) {
        static final RoleForm EMPTY = new RoleForm(null, null, null, null);
    }

    private record AnswerForm(
            @JsonProperty("for") @Nullable String purpose,
            @Nullable String when,
            @Nullable String says) {
        static final AnswerForm EMPTY = new AnswerForm(null, null, null);
    }

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
            Form form = Forms.read(YAML, Form.class, file).orElse(Form.EMPTY);
            if (list(form.steps()).isEmpty()) {
                throw new IllegalArgumentException("it has no steps");
            }
            return new Script(
                    list(form.callers()).stream().map(ScriptFile::role).toList(),
                    list(form.answers()).stream().map(ScriptFile::answer).toList(),
                    list(form.steps()).stream().map(ScriptFile::step).toList());
        } catch (JsonProcessingException e) {
            throw Forms.refused("The script " + name, e);
        } catch (IllegalArgumentException e) {
            throw new SettingException("The script %s: %s.".formatted(name, e.getMessage()));
        }
    }

    private static <T extends @Nullable Object> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Step step(@Nullable String line) {
        return StepReader.read(Forms.need(line, "a step is empty"));
    }

    private static Script.Role role(@Nullable RoleForm given) {
        RoleForm form = Objects.requireNonNullElse(given, RoleForm.EMPTY);
        return new Script.Role(
                Forms.need(form.name(), "a caller has no name"),
                Forms.need(form.number(), "a caller has no number"),
                Forms.need(form.voice(), "a caller has no voice"),
                list(form.tells()));
    }

    private static Script.Answer answer(@Nullable AnswerForm given) {
        AnswerForm form = Objects.requireNonNullElse(given, AnswerForm.EMPTY);
        return new Script.Answer(
                purpose(Forms.need(form.purpose(), "an answer is for nothing")),
                Objects.requireNonNullElse(form.when(), ""),
                Forms.need(form.says(), "an answer says nothing"));
    }

    private static Prompt.Purpose purpose(String word) {
        return Arrays.stream(Prompt.Purpose.values())
                .filter(purpose -> purpose.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\"%s\" is nothing that a model is asked for".formatted(word)));
    }
}
