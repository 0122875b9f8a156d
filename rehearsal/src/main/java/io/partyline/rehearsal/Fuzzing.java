package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tries what strangers reach with inputs that a fuzzer makes up, guided by which code each input
/// comes to (Jazzer).
///
/// A target is a public class with `public static void fuzzerTestOneInput(byte[] input)`, which
/// throws if something is wrong. Its kept inputs lie in `/fuzz/<name of the class>` of the test's
/// resources: examples to start from, and everything that was ever found.
public final class Fuzzing {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final String INPUT = "fuzzerTestOneInput";

    /// Seconds for each target, in place of a number of inputs.
    private static final String SECONDS = "fuzz.seconds";

    /// Where inputs that came to new code are left.
    private static final String FOUND = "fuzz.found";

    private Fuzzing() {}

    /// Gives a target its kept inputs once more.
    ///
    /// @return how many there were
    public static int again(Class<?> target) throws Throwable {
        var take =
                MethodHandles.publicLookup()
                        .findStatic(target, INPUT, MethodType.methodType(void.class, byte[].class));
        List<Path> inputs;
        try (Stream<Path> files = Files.list(kept(target))) {
            inputs = files.sorted().toList();
        }
        assertFalse(inputs.isEmpty());
        for (Path input : inputs) {
            try {
                take.invoke(Files.readAllBytes(input));
            } catch (Throwable wrong) {
                wrong.addSuppressed(new AssertionError("with the input " + input.getFileName()));
                throw wrong;
            }
        }
        return inputs.size();
    }

    /// Lets a fuzzer try a target, in a process of its own.
    ///
    /// @param inputs how many, unless the property `fuzz.seconds` says for how long
    /// @throws AssertionError if it finds something, with the input
    public static void anew(Class<?> target, int inputs) throws Exception {
        Path work = Files.createTempDirectory("fuzz");
        Path found =
                Files.createDirectories(
                        Path.of(System.getProperty(FOUND, work.resolve("found").toString()))
                                .resolve(target.getSimpleName()));
        String seconds = System.getProperty(SECONDS, "");
        var command = new ArrayList<>(Victim.command(Class.forName(JAZZER)));
        command.addAll(1, List.of("-Xmx600m", "-XX:+EnableDynamicAgentLoading"));
        command.addAll(
                List.of(
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.partyline.**",
                        "--custom_hook_includes=io.partyline.**",
                        "--reproducer_path=" + work,
                        "-artifact_prefix=" + work + "/",
                        "-rss_limit_mb=0",
                        "-timeout=120",
                        "-seed=1",
                        "-print_final_stats=1",
                        seconds.isEmpty() ? "-runs=" + inputs : "-max_total_time=" + seconds,
                        found.toString(),
                        kept(target).toString()));
        Process fuzzer =
                new ProcessBuilder(command)
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .start();
        fuzzer.getOutputStream().close();
        String said = new String(fuzzer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, fuzzer.waitFor(), said);
        System.out.println(
                target.getSimpleName()
                        + ": "
                        + said.strip().lines().reduce((a, b) -> b).orElse(""));
    }

    private static Path kept(Class<?> target) throws URISyntaxException, IOException {
        URL folder = target.getResource("/fuzz/" + target.getSimpleName());
        if (folder == null) {
            throw new IOException("no inputs are kept for " + target.getSimpleName());
        }
        return Path.of(folder.toURI());
    }
}
