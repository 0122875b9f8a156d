package io.partyline.whisper;

import io.partyline.files.DiskTrouble;
import io.partyline.files.Private;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The speech models on this computer: which there are, fetching and removing them.
///
/// A model is there only when its checksum is right. What has been fetched of one stays when the
/// connection breaks, and the next [#get] goes on behind it. Safe for use by many threads and
/// programs: two do not fetch the same model at once.
public final class ModelStore {
    /// Where the models are published, with each file's name behind a slash.
    public static final URI PUBLISHED =
            URI.create("https://huggingface.co/ggerganov/whisper.cpp/resolve/main");

    /// Told how far a download has come.
    @FunctionalInterface
    public interface Progress {
        /// More has come.
        ///
        /// @param bytes how much is there, of `whole`
        void at(long bytes, long whole);
    }

    private final Path folder;
    private final URI base;
    private final List<ModelCard> cards;

    /// @param folder where models live; made when the first is fetched
    /// @param base the address that a slash and a file's name are added to
    public ModelStore(Path folder, URI base) {
        this(folder, base, ModelCard.PUBLISHED);
    }

    ModelStore(Path folder, URI base, List<ModelCard> cards) {
        this.folder = folder;
        this.base = base;
        this.cards = List.copyOf(cards);
    }

    /// All that can be fetched, from the smallest to the largest.
    public List<ModelCard> cards() {
        return cards;
    }

    /// Whether it has been fetched.
    public boolean has(ModelCard card) {
        return lengthOf(path(card)) == card.bytes();
    }

    /// The file of a model that is there.
    ///
    /// @param nameOrPath a model's name, or where somebody keeps one of their own
    public Optional<Path> find(String nameOrPath) {
        Optional<ModelCard> card = card(nameOrPath);
        return card.isPresent()
                ? card.filter(this::has).map(this::path)
                : asPath(nameOrPath).filter(Files::isRegularFile);
    }

    /// The best model that is there, smaller than this one and for the same languages: for when
    /// that falls behind.
    public Optional<Path> smallerThan(String name) {
        return card(name)
                .flatMap(large ->
                        cards.stream()
                                .filter(card ->
                                        card.isEnglish() == large.isEnglish()
                                                && card.bytes() < large.bytes())
                                .filter(this::has)
                                .reduce((_, larger) -> larger)
                                .map(this::path));
    }

    /// Fetches a model, or what is missing of it, and checks it; may take many minutes. One that is
    /// there is only checked.
    ///
    /// @throws ModelException if it cannot be had; what it says is for the host
    public Path get(String name, Progress progress) {
        ModelCard card = known(name);
        try {
            Private.newFolder(folder);
            if (has(card) && Checksum.of(path(card)).equals(card.sha256())) {
                progress.at(card.bytes(), card.bytes());
                return path(card);
            }
            new Download(base, card, folder).run(progress);
            return path(card);
        } catch (IOException e) {
            throw new ModelException(
                    "The model %s could not be stored in %s: %s"
                            .formatted(name, folder, DiskTrouble.why(e)),
                    e);
        }
    }

    /// Removes a model, and what was fetched of it.
    ///
    /// @return whether there was anything
    /// @throws ModelException if it cannot be removed, or nobody knows it
    public boolean remove(String name) {
        ModelCard card = known(name);
        try {
            boolean begun = Files.deleteIfExists(Download.part(folder, card));
            return Files.deleteIfExists(path(card)) || begun;
        } catch (IOException e) {
            throw new ModelException(
                    "The model %s could not be removed: %s".formatted(name, DiskTrouble.why(e)), e);
        }
    }

    private ModelCard known(String name) {
        return card(name)
                .orElseThrow(() ->
                        new ModelException(
                                "There is no model \"%s\". There are: %s."
                                        .formatted(
                                                name,
                                                cards.stream()
                                                        .map(ModelCard::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    private Optional<ModelCard> card(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    private Path path(ModelCard card) {
        return folder.resolve(card.file());
    }

    private static Optional<Path> asPath(String typed) {
        try {
            return Optional.of(Path.of(typed));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static long lengthOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException unreadable) {
            return -1;
        }
    }
}
