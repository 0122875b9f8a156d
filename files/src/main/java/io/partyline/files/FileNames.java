package io.partyline.files;

import java.text.Normalizer;

/// Names that every file system and every editor can live with.
public final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {}

    /// Letters, digits, dots, dashes and underscores of ASCII; never empty, never a path.
    public static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String safe = plain.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String kept = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
        return kept.isEmpty() ? "unnamed" : kept;
    }
}
