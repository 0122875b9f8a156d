package io.partyline.soundfiles;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What lies in a folder: sound files by their ids, in order of their names.
///
/// Hidden files and folders are left out, and so is everything that is no plain file: links above
/// all, which could lead anywhere, and pipes and devices, at which a program waits for ever.
final class Scan extends SimpleFileVisitor<Path> {
    /// More files than that are no shelf any more.
    static final int MOST = 5_000;

    /// Folders within folders.
    private static final int DEEPEST = 8;

    private static final Set<String> ENDINGS =
            Set.of("mp3", "mp2", "ogg", "oga", "flac", "wav", "wave");

    private final Path root;
    private final Map<String, Found> found =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
    private boolean tooMany;

    /// A file.
    ///
    /// @param version another one when its content may have changed
    record Found(Path path, long version) {}

    private Scan(Path root) {
        this.root = root;
    }

    /// @throws IOException if the folder cannot be looked at
    static Scan of(Path folder) throws IOException {
        Path root = folder.toRealPath();
        var scan = new Scan(root);
        Files.walkFileTree(root, Set.of(), DEEPEST, scan);
        return scan;
    }

    /// By id: the path within the folder, with `/` between its parts.
    Map<String, Found> files() {
        return found;
    }

    /// Whether there are more than can be listed.
    boolean isTooMany() {
        return tooMany;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(root) || !isHidden(folder)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && isSound(file)) {
            if (found.size() >= MOST) {
                tooMany = true;
                return FileVisitResult.TERMINATE;
            }
            long changed = attributes.lastModifiedTime().toMillis();
            found.put(id(file), new Found(file, 31 * changed + attributes.size()));
        }
        return FileVisitResult.CONTINUE;
    }

    /// A file that cannot be looked at costs the others nothing.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
        if (file.equals(root)) {
            throw why;
        }
        return FileVisitResult.CONTINUE;
    }

    private String id(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isSound(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
