package io.partyline.whisper;

import java.util.List;

/// A whisper model that is published in ggml form.
///
/// @param name as it is asked for, such as `base.en`; those without `.en` know some hundred
///   languages
/// @param bytes the exact length of its file
/// @param sha256 its published checksum, in small hexadecimal letters
public record ModelCard(String name, long bytes, String sha256) {
    /// From the smallest to the largest.
    static final List<ModelCard> PUBLISHED =
            List.of(
                    new ModelCard(
                            "tiny.en",
                            77_704_715,
                            "921e4cf8686fdd993dcd081a5da5b6c365bfde1162e72b08d75ac75289920b1f"),
                    new ModelCard(
                            "tiny",
                            77_691_713,
                            "be07e048e1e599ad46341c8d2a135645097a538221678b7acdd1b1919c6e1b21"),
                    new ModelCard(
                            "base.en",
                            147_964_211,
                            "a03779c86df3323075f5e796cb2ce5029f00ec8869eee3fdfb897afe36c6d002"),
                    new ModelCard(
                            "base",
                            147_951_465,
                            "60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe"),
                    new ModelCard(
                            "small.en",
                            487_614_201,
                            "c6138d6d58ecc8322097e0f987c32f1be8bb0a18532a3f88f734d1bbf9c41e5d"),
                    new ModelCard(
                            "small",
                            487_601_967,
                            "1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b"));

    /// The name of its file, here and where it is published.
    public String file() {
        return "ggml-" + name + ".bin";
    }

    /// Whether it knows English only, and that a little better.
    public boolean isEnglish() {
        return name.endsWith(".en");
    }
}
