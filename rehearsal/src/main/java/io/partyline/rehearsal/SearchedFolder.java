package io.partyline.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

/// Looks for a [MarkedSecret] in every file that a test leaves in its temporary folder, before the
/// folder is deleted: a secret in a journal, an export or a log of a data folder fails the test
/// that brought it there.
///
/// It is named in `junit-platform.properties` of the tests of a module. What is packed, as in a
/// bundle, is not found. A test that puts a secret there itself names another strategy at its
/// `@TempDir`.
public final class SearchedFolder implements TempDirDeletionStrategy {
    private static final byte[] MARK = MarkedSecret.MARK.getBytes(StandardCharsets.UTF_8);

    /// For JUnit.
    public SearchedFolder() {}

    @Override
    public DeletionResult delete(
            Path folder, AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        List<String> open = holdingSecrets(folder);
        DeletionResult deleted = Standard.INSTANCE.delete(folder, element, context);
        if (!open.isEmpty()) {
            throw new AssertionError("a secret lies where everybody could read it, in " + open);
        }
        return deleted;
    }

    /// The files below a folder in which a secret stands.
    static List<String> holdingSecrets(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            var found = new ArrayList<String>();
            for (Path file : files) {
                if (holdsSecret(file)) {
                    found.add(folder.relativize(file).toString());
                }
            }
            return List.copyOf(found);
        }
    }

    /// The mark begins with a letter that it has nowhere else, so that whoever fails to go on with
    /// it begins anew at the letter that failed.
    private static boolean holdsSecret(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int matched = 0;
            for (int next = in.read(); next >= 0 && matched < MARK.length; next = in.read()) {
                if (next == MARK[matched]) {
                    matched++;
                } else {
                    matched = next == MARK[0] ? 1 : 0;
                }
            }
            return matched == MARK.length;
        }
    }
}
