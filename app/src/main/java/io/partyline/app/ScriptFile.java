package io.partyline.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partyline.cast.Prompt;
import io.partyline.cast.Regular;
import io.partyline.rehearsal.Script;
import io.partyline.rehearsal.Step;
import io.partyline.rehearsal.StepReader;
import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the script of a rehearsal.
final class ScriptFile {
    private static final String BUILT_IN = "rehearsal.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    /// What the steps call whoever is no caller.
    private static final String HOST = "host";

    private static final String PURPOSES =
            Arrays.stream(Prompt.Purpose.values())
                    .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));

    private record Form(
            @Nullable List<@Nullable RoleForm> callers,
            @Nullable List<@Nullable RegularForm> regulars,
            @Nullable List<@Nullable AnswerForm> answers,
            @Nullable List<@Nullable String> steps) {
        static final Form EMPTY = new Form(null, null, null, null);
    }

    private record RoleForm(
            @Nullable String name,
            @Nullable String number,
            @Nullable String voice,
            @Nullable List<@Nullable String> tells) {
        static final RoleForm EMPTY = new RoleForm(null, null, null, null);
    }

    private record RegularForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String voice,
            @Nullable String storyline,
            @Nullable String topic,
            @Nullable String summary) {
        static final RegularForm EMPTY = new RegularForm(null, null, null, null, null, null);
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

    static Script script(String name, InputStream file) throws IOException {
        String what = "The script " + name;
        Form form = Forms.read(YAML, Form.class, what, file).orElse(Form.EMPTY);
        if (list(form.steps()).isEmpty()) {
            throw new SettingException(what + " has no steps.");
        }
        try {
            return new Script(
                    Forms.each(list(form.callers()), "caller", ScriptFile::role),
                    Forms.each(list(form.regulars()), "regular", ScriptFile::regular),
                    Forms.each(list(form.answers()), "answer", ScriptFile::answer),
                    Forms.each(list(form.steps()), "step", ScriptFile::step));
        } catch (IllegalArgumentException e) {
            throw new SettingException("%s: %s.".formatted(what, e.getMessage()));
        }
    }

    private static <T extends @Nullable Object> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Step step(@Nullable String line, String which) {
        try {
            return StepReader.read(Forms.need(line, "it is empty"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(which + ": " + e.getMessage(), e);
        }
    }

    /// @param which what to call it if something is missing
    private static Script.Role role(@Nullable RoleForm given, String which) {
        RoleForm form = Objects.requireNonNullElse(given, RoleForm.EMPTY);
        return new Script.Role(
                name(Forms.need(form.name(), which + " has no name")),
                number(Forms.need(form.number(), which + " has no number"), which),
                Forms.need(form.voice(), which + " has no voice"),
                Forms.texts(form.tells(), which + " has an empty line to tell"));
    }

    /// A name that the steps can say.
    private static String name(String name) {
        if (!name.matches("\\w+") || name.equals(HOST)) {
            throw new IllegalArgumentException(
                    "a caller is called \"%s\", but should have one word of letters, digits and _, and not \"%s\""
                            .formatted(name, HOST));
        }
        return name;
    }

    private static String number(String number, String which) {
        if (!number.matches("\\+[1-9]\\d{6,14}")) {
            throw new IllegalArgumentException(
                    "the number of %s is \"%s\", but should be such as \"+15550101\", in quotes"
                            .formatted(which, number));
        }
        return number;
    }

    /// Somebody whose only call before was in no show of this folder.
    private static Regular regular(@Nullable RegularForm given, String which) {
        RegularForm form = Objects.requireNonNullElse(given, RegularForm.EMPTY);
        var call =
                new EarlierCall(
                        new ShowId("before-the-rehearsal"),
                        new CallId(which.replace(' ', '-')),
                        Instant.EPOCH,
                        Forms.need(form.topic(), which + " has no topic"),
                        Forms.need(form.summary(), which + " has no summary"));
        return Regular.longAgo(
                new PersonaKey(Forms.need(form.key(), which + " has no key")),
                Forms.need(form.name(), which + " has no name"),
                Forms.need(form.voice(), which + " has no voice"),
                Forms.need(form.storyline(), which + " has no storyline"),
                List.of(call));
    }

    private static Script.Answer answer(@Nullable AnswerForm given, String which) {
        AnswerForm form = Objects.requireNonNullElse(given, AnswerForm.EMPTY);
        return new Script.Answer(
                purpose(Forms.need(form.purpose(), which + " is for nothing"), which),
                Objects.requireNonNullElse(form.when(), ""),
                Forms.need(form.says(), which + " says nothing"));
    }

    private static Prompt.Purpose purpose(String word, String which) {
        return Arrays.stream(Prompt.Purpose.values())
                .filter(purpose -> purpose.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s is for \"%s\", and a model is only asked for %s"
                                        .formatted(which, word, PURPOSES)));
    }
}
