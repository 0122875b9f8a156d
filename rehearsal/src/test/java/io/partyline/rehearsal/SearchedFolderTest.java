package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The folder that a test leaves behind.
class SearchedFolderTest {
    private static final String IN_FORCE = "junit.jupiter.tempdir.deletion.strategy.default";

    private final List<ExtensionContext> contexts = new ArrayList<>();

    @TempDir private Path folder;

    @RegisterExtension private final BeforeEachCallback look = contexts::add;

    private Path left(String name, String text) throws IOException {
        Path left = Files.createDirectories(folder.resolve("data/shows"));
        return Files.writeString(left.resolve(name), text);
    }

    private void delete() throws IOException {
        AnnotatedElement nobody = getClass();
        new SearchedFolder().delete(folder.resolve("data"), () -> nobody, contexts.getFirst());
    }

    @Test
    void withoutASecretItIsDeletedAndThatIsAll() throws IOException {
        left("show.log", "nobody-may-nobody-may-see-that\n");
        delete();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSecretInItFailsTheTestWithoutBeingTold() throws IOException {
        left("journal.db", "n".repeat(9_000) + MarkedSecret.of("owl"));
        assertThatThrownBy(this::delete)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[shows" + File.separator + "journal.db]")
                .hasMessageNotContaining(MarkedSecret.MARK);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void everyFolderOfTheseTestsIsSearched() {
        assertThat(contexts.getFirst().getConfigurationParameter(IN_FORCE))
                .contains(SearchedFolder.class.getName());
    }
}
