package io.partyline.whisper;

import java.util.regex.Pattern;

/// What a recogniser writes, without what nobody said: `[BLANK_AUDIO]`, `(music)`, `*laughs*`,
/// notes of music, and marks of its own.
final class Wording {
    private static final Pattern NOT_SAID =
            Pattern.compile("\\[[^\\]]*\\]|\\([^)]*\\)|\\*[^*]*\\*|<\\|[^|]*\\|>|[♪♫♬♩]+|>>+|�");
    private static final Pattern FIRST = Pattern.compile("^[\\s\\-–—.,…]+");
    private static final Pattern GAPS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private Wording() {}

    /// The words alone; empty if none is left.
    static String clean(String written) {
        String said = NOT_SAID.matcher(written).replaceAll(" ");
        said = FIRST.matcher(GAPS.matcher(said).replaceAll(" ")).replaceFirst("").strip();
        return WORD.matcher(said).find() ? said : "";
    }
}
