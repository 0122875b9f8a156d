package io.partyline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partyline.app.Lookup.Place;
import io.partyline.http.Setup.From;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The places that settings come from: `application.yaml`, `.env`, the environment, the command
/// line.
final class Places {
    private static final String YAML = "application.yaml";
    private static final String DOT_ENV = ".env";

    private Places() {}

    /// Everything together, the command line strongest.
    static Lookup read(Path folder, Map<String, String> environment, Map<String, String> flags) {
        return read(Map.of(), folder, environment, flags);
    }

    /// Everything together, the command line strongest.
    ///
    /// @param defaults of a rehearsal, weaker than everything else
    /// @param folder where the two files are looked for
    static Lookup read(
            Map<String, String> defaults,
            Path folder,
            Map<String, String> environment,
            Map<String, String> flags) {
        return new Lookup(
                List.of(
                        new Place(From.REHEARSAL, defaults),
                        new Place(From.YAML, yaml(folder.resolve(YAML))),
                        new Place(From.DOT_ENV, dotEnv(folder.resolve(DOT_ENV))),
                        new Place(From.ENVIRONMENT, environment),
                        new Place(From.COMMAND_LINE, flags)));
    }

    private static Map<String, String> yaml(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        if (Files.exists(file)) {
            flatten("", parse(file), values);
            unknown(file, values.keySet());
        }
        return values;
    }

    private static JsonNode parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode settings =
                    Forms.read(new YAMLMapper(), JsonNode.class, file.toString(), in)
                            .orElse(NullNode.getInstance());
            if (settings.isObject() || settings.isNull()) {
                return settings;
            }
            throw new SettingException(
                    "%s: a setting a line is expected, such as phone.port: 8001.".formatted(file));
        } catch (IOException e) {
            throw new SettingException("%s cannot be read.".formatted(file));
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> {
                        String name =
                                prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
                        flatten(name, field.getValue(), values);
                    });
        } else if (!node.isNull() && !node.isMissingNode()) {
            values.put(prefix, node.asText());
        }
    }

    /// A typo in the file should be heard before the show, not during it.
    private static void unknown(Path file, Set<String> names) {
        for (String name : names) {
            if (!SettingNames.known(name)) {
                throw new SettingException("%s: there is no setting \"%s\".".formatted(file, name));
            }
        }
    }

    private static Map<String, String> dotEnv(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                add(file, i + 1, lines.get(i).strip(), values);
            }
            return values;
        } catch (IOException e) {
            throw new SettingException("%s cannot be read.".formatted(file));
        }
    }

    private static void add(Path file, int number, String line, Map<String, String> values) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String setting = line.startsWith("export ") ? line.substring("export ".length()) : line;
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new SettingException(
                    "%s, line %d: NAME=value is missing.".formatted(file, number));
        }
        values.put(
                setting.substring(0, equals).strip(),
                unquoted(setting.substring(equals + 1).strip()));
    }

    private static String unquoted(String value) {
        boolean quoted = within(value, "\"") || within(value, "'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean within(String value, String quote) {
        return value.length() > 1 && value.startsWith(quote) && value.endsWith(quote);
    }
}
