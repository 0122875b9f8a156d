package io.partyline.store;

import java.text.Normalizer;

/// Names that every file system and every editor can live with.
final class StemFileNames {
    private static final int LONGEST = 60;

    private StemFileNames() {}

    /// Letters, digits, dots, dashes and underscores of ASCII; never empty, never a path.
    static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String safe = plain.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String kept = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
        return kept.isEmpty() ? "unnamed" : kept;
    }
}
