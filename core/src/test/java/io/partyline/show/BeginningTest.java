package io.partyline.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningTest {
    @ParameterizedTest
    @CsvSource({
        "boat, boat",
        "boats, boat",
        "boa⛵, boa⛵",
        "bo🚤, bo🚤",
        "boa🚤, boa",
        "🚤🚤🚤, 🚤🚤"
    })
    void asMuchOfATextAsFourLettersHoldIsShown(String text, String shown) {
        assertThat(Beginning.of(text, 4)).isEqualTo(shown);
    }

    /// Whoever has room for nothing else shows nothing.
    @Test
    void halfACharacterIsNeverShown() {
        assertThat(Beginning.of("🚤", 1)).isEmpty();
        assertThat(Beginning.of("boat", 0)).isEmpty();
    }

    @Test
    void whateverIsCutCanBeWrittenAndReadAgain() {
        var chance = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            var text = new StringBuilder();
            chance.ints(20, 0, 3)
                    .forEach(kind ->
                            text.appendCodePoint(
                                    switch (kind) {
                                        case 0 -> 'a' + chance.nextInt(26);
                                        case 1 -> 0x400 + chance.nextInt(0x100);
                                        default -> 0x1F600 + chance.nextInt(0x40);
                                    }));
            String cut = Beginning.of(text.toString(), 1 + chance.nextInt(text.length()));
            assertThat(new String(cut.getBytes(UTF_8), UTF_8)).isEqualTo(cut);
            assertThat(text.toString()).startsWith(cut);
        }
    }
}
