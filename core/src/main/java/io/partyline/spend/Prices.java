package io.partyline.spend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What providers ask for. The first price that fits a usage counts; a name that no price fits
/// costs nothing, as a model on the host's own computer does, and is named to the host.
///
/// @param list what is looked through, in this order
public record Prices(List<Price> list) {
    /// The list prices that the providers themselves publish for ordinary use, as they stood in
    /// November 2026: no discount for what is asked in bulk or twice. A price is the dearer one
    /// where a provider has two for one name. More special names stand before more general ones.
    public static final Prices LISTED =
            new Prices(
                    List.of(
                            Price.tokens("claude-fable-5*", "10", "50"),
                            Price.tokens("claude-opus-5-5*", "4", "20"),
                            Price.tokens("claude-opus-4-1*", "15", "75"),
                            Price.tokens("claude-opus-4-2025*", "15", "75"),
                            Price.tokens("claude-opus-*", "5", "25"),
                            Price.tokens("claude-sonnet-5*", "2", "10"),
                            Price.tokens("claude-*sonnet*", "3", "15"),
                            Price.tokens("claude-haiku-5-5*", "0.10", "0.50"),
                            Price.tokens("claude-3-haiku*", "0.25", "1.25"),
                            Price.tokens("claude-3-5-haiku*", "0.80", "4"),
                            Price.tokens("claude-haiku-*", "1", "5"),
                            Price.characters("gpt-4o-mini-tts*", "17"),
                            Price.minute("gpt-4o-mini-transcribe*", "0.003"),
                            Price.minute("gpt-4o-transcribe*", "0.006"),
                            Price.tokens("gpt-6*luna*", "0.10", "0.50"),
                            Price.tokens("gpt-6*", "2", "10"),
                            Price.tokens("gpt-5.6-luna*", "0.20", "1.20"),
                            Price.tokens("gpt-5.6-terra*", "2", "12"),
                            Price.tokens("gpt-5.6*", "5", "30"),
                            Price.tokens("gpt-5.5-pro*", "30", "180"),
                            Price.tokens("gpt-5.5*", "5", "30"),
                            Price.tokens("gpt-5.4-nano*", "0.20", "1.25"),
                            Price.tokens("gpt-5.4*", "2.50", "15"),
                            Price.tokens("gpt-5-pro*", "15", "120"),
                            Price.tokens("gpt-5-mini*", "0.25", "2"),
                            Price.tokens("gpt-5-nano*", "0.05", "0.40"),
                            Price.tokens("gpt-5*", "1.25", "10"),
                            Price.tokens("gpt-4.1-mini*", "0.40", "1.60"),
                            Price.tokens("gpt-4.1-nano*", "0.10", "0.40"),
                            Price.tokens("gpt-4.1*", "2", "8"),
                            Price.tokens("gpt-4o-mini*", "0.15", "0.60"),
                            Price.tokens("gpt-4o*", "2.50", "10"),
                            Price.tokens("o3-mini*", "1.10", "4.40"),
                            Price.tokens("o4-mini*", "1.10", "4.40"),
                            Price.tokens("o3*", "2", "8"),
                            Price.characters("tts-1-hd*", "30"),
                            Price.characters("tts-1*", "15"),
                            Price.characters("eleven_flash_*", "50"),
                            Price.characters("eleven_turbo_*", "50"),
                            Price.characters("eleven_*", "100"),
                            Price.minute("whisper-1", "0.006")));

    private static final Pattern ENTRY_END = Pattern.compile("[;\\n]");

    public Prices {
        list = List.copyOf(list);
    }

    /// These prices, with a host's own before them: entries with a semicolon between, such as
    /// `owl-1=0.15/0.60` (dollars for a million tokens in and out), `owl-voice=15/characters` (for
    /// a million of them) and `owl-ear=0.006/minute`.
    ///
    /// @throws IllegalArgumentException if an entry is none; the sentence says what would be right
    public Prices overridden(String setting) {
        var all = new ArrayList<Price>();
        ENTRY_END
                .splitAsStream(setting)
                .filter(entry -> !entry.isBlank())
                .map(entry -> Price.parse(entry).orElseThrow(() -> wrong(entry)))
                .forEach(all::add);
        all.addAll(list);
        return new Prices(all);
    }

    private static IllegalArgumentException wrong(String entry) {
        return new IllegalArgumentException(
                "should be prices such as owl-1=0.15/0.60; owl-voice=15/characters;"
                        + " owl-ear=0.006/minute, and \"%s\" is none.".formatted(entry.strip()));
    }

    /// What a usage costs; empty if nobody knows.
    public Optional<Dollars> of(Usage usage) {
        return list.stream()
                .filter(price -> price.fits(usage))
                .findFirst()
                .map(price -> price.of(usage));
    }
}
