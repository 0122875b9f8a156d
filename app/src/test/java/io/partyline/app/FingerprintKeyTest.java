package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintKeyTest {
    @TempDir Path folder;

    @Test
    void itIsMadeOnceAndStaysTheSame() {
        byte[] key = FingerprintKey.in(folder);
        assertThat(key).hasSize(32);
        assertThat(FingerprintKey.in(folder)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33})
    void oneThatIsDamagedIsRefusedInWordsAndLeftAsItIs(int length) throws IOException {
        Path file = Files.write(folder.resolve("fingerprint.key"), new byte[length]);
        assertThatThrownBy(() -> FingerprintKey.in(folder))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("is damaged: it has %d bytes and not 32".formatted(length))
                .hasMessageContaining("Put it back from a copy");
        assertThat(file).hasBinaryContent(new byte[length]);
    }

    @Test
    void oneThatIsALinkIsRefusedInWords() throws IOException {
        Path elsewhere = Files.write(folder.resolve("another"), new byte[32]);
        Files.createSymbolicLink(folder.resolve("fingerprint.key"), elsewhere);
        assertThatThrownBy(() -> FingerprintKey.in(folder))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("is a link to elsewhere");
    }
}
