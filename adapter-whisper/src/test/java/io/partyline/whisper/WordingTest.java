package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "' [BLANK_AUDIO]', ''",
        "' (music)', ''",
        "'♪ ♪', ''",
        "'...', ''",
        "' *laughs* Well, yes.', 'Well, yes.'",
        "' Hello  [NOISE] there. ', 'Hello there.'",
        "'>> I am fine.', 'I am fine.'",
        "'- No.', 'No.'",
        "'<|en|> Good evening.<|endoftext|>', 'Good evening.'",
        "'It costs $5.', 'It costs $5.'"
    })
    void onlyWhatWasSaidIsLeft(String written, String said) {
        assertThat(Wording.clean(written)).isEqualTo(said);
    }
}
