package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the guides show is what the compiler takes, and what they promise is what it prints.
class GuidesTest {
    private static final Path GUIDES = Path.of("..", "docs", "how-to");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public final )?class (\\w+)");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"embed-core.md", "write-an-adapter.md"})
    void everyProgramInAGuideCompiles(String guide) throws IOException {
        assertThat(compile(guide)).isNotEmpty();
    }

    @Test
    void theSmallShowTakesACallerAndAnAiCallerAnswers() throws Exception {
        compile("embed-core.md");
        var said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (var classes = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            classes.loadClass("SmallShow")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("OnAir[", "I say that fog has its reasons.", "ShowClosed", "00_Mix");
    }

    /// Compiles every program of a guide into the folder.
    private List<Path> compile(String guide) throws IOException {
        var files = new ArrayList<Path>();
        var blocks = BLOCK.matcher(Files.readString(GUIDES.resolve(guide)));
        while (blocks.find()) {
            files.add(write(blocks.group(1)));
        }
        var words = new ByteArrayOutputStream();
        var arguments =
                new ArrayList<String>(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of("-d", folder.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, words, words, arguments.toArray(String[]::new));
        assertThat(result).as(words.toString(StandardCharsets.UTF_8)).isZero();
        return files;
    }

    private Path write(String program) throws IOException {
        var named = CLASS.matcher(program);
        assertThat(named.find()).isTrue();
        var in = PACKAGE.matcher(program);
        String path = in.find() ? in.group(1).replace('.', '/') : "";
        Path file = folder.resolve("source").resolve(path).resolve(named.group(1) + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, program);
    }
}
